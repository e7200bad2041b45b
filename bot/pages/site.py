"""Serving the web app: the address, the server, what it prints. `bot.pages.web` puts the pages together."""

from __future__ import annotations

import gc
import logging
import os
import signal
import socket
import threading

import uvicorn

from bot.config import Settings
from bot.errors import MianjingError
from bot.pages.loading import load_gradio
from bot.pages.texts import text
from bot.problem_list import rows_of
from bot.services import Services
from corpus.errors import CorpusError
from rubrics.errors import RubricError
from sandbox.errors import SandboxError

logger = logging.getLogger(__name__)


def serve(settings: Settings, host: str = "127.0.0.1", port: int = 7860) -> None:
    """Serves the web app until it is interrupted. Port 0 takes any free one; the address is printed.

    Raises:
        MianjingError: the port is taken, or the host is none of this machine's.
    """
    listening = _listen(host, port)
    services = Services(settings)
    try:
        # Gradio takes seconds to import: only once it is sure that there is something to serve.
        load_gradio()
        from bot.pages.web import build

        app = build(services, host)
        config = uvicorn.Config(app, log_level="warning", timeout_graceful_shutdown=3, ws="none")
        _Announcing(config, _address(host, listening.getsockname()[1]), services).run(sockets=[listening])
    except KeyboardInterrupt:
        services.close()
        # A thread that waits for a model would keep the process until it gives up. All that was shown is on disk.
        os._exit(128 + signal.SIGINT)
    finally:
        services.close()
        listening.close()


class _Announcing(uvicorn.Server):
    """Says where it serves, once it does, and gets the index ready behind the first page."""

    def __init__(self, config: uvicorn.Config, address: str, services: Services) -> None:
        super().__init__(config)
        self.address = address
        self.services = services

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        print(text("serving", "zh", address=self.address), flush=True)
        threading.Thread(target=self._get_ready, name="ready", daemon=True).start()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        # Every open page holds a stream, and a turn may wait for a model: that they are cut off is no error to tell of.
        logging.getLogger("uvicorn.error").setLevel(logging.CRITICAL)
        await super().shutdown(sockets)

    def _get_ready(self) -> None:
        try:
            # Hundreds of files, which the first page would wait for.
            rows_of(self.services)
        except (MianjingError, CorpusError, RubricError, SandboxError) as error:
            # The page that needs them says so again.
            logger.warning("%s", error)
        try:
            count = self.services.index.count()
        except CorpusError as error:
            # Searching says so again, to whoever searches; everything else works without the index.
            logger.warning("%s", error)
        else:
            print(text("index_ready", "zh", count=count), flush=True)
        # By now 350 000 objects are loaded that stay for good; to look through them again stops a turn for 0.3 s.
        gc.freeze()


def _listen(host: str, port: int) -> socket.socket:
    """A bound socket: a taken port is found out before anything else is loaded."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        listening = socket.socket(family, kind, protocol)
    except OSError as error:
        raise MianjingError(text("host_unknown", "zh", host=host, why=error.strerror)) from error
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
        listening.listen(128)
    except OSError as error:
        listening.close()
        raise MianjingError(
            text("port_taken", "zh", host=host, port=port, other=port + 1, why=error.strerror)
        ) from error
    return listening


def _address(host: str, port: int) -> str:
    shown = f"[{host}]" if ":" in host else host
    return f"http://{shown}:{port}"
