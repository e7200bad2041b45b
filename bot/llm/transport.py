"""The HTTP client for one reply of the endpoint: which hosts it may reach, and when it lets go of a
response.

It follows no redirect (a prompt goes to the configured address or nowhere), keeps loopback addresses
away from proxies, and stops reading once the caller has given up or the response has grown out of all
proportion.
"""

from __future__ import annotations

import ipaddress
import ssl
import threading
from collections.abc import Iterator
from functools import cache
from urllib.parse import urlsplit

import httpx2
from pydantic import SecretStr

from bot.errors import EndpointError

MOST_BYTES = 2_000_000
"""Bytes of one response; an utterance with all its protocol around it takes under a tenth of that."""


class OversizedResponse(Exception):
    """The endpoint sent more than anything of that kind takes."""


class Abandoned(Exception):
    """Nobody waits for the rest of the response."""


class _Watched(httpx2.SyncByteStream):
    """A response's bytes, until somebody has had enough. Sees keep-alive comments, which the SDK swallows."""

    def __init__(self, stream: httpx2.SyncByteStream, given_up: threading.Event, most_bytes: int) -> None:
        self._stream = stream
        self._given_up = given_up
        self._most_bytes = most_bytes

    def __iter__(self) -> Iterator[bytes]:
        received = 0
        for part in self._stream:
            if self._given_up.is_set():
                raise Abandoned
            received += len(part)
            if received > self._most_bytes:
                raise OversizedResponse
            yield part

    def close(self) -> None:
        self._stream.close()


def http_client(
    base_url: str,
    *,
    connect: float,
    silence: float,
    given_up: threading.Event,
    most_bytes: int = MOST_BYTES,
    variable: str = "OPENAI_BASE_URL",
) -> httpx2.Client:
    """A client for one call; close it afterwards.

    Args:
        base_url: Address of the endpoint.
        connect: Seconds for reaching it.
        silence: Seconds between any two packets.
        given_up: Once set, the next packet ends the response with Abandoned.
        most_bytes: Of one response.
        variable: Where the address was set.

    Raises:
        EndpointError: the address is no HTTP address, or the environment names a proxy that cannot be used.
    """

    def watch(response: httpx2.Response) -> None:
        if isinstance(response.stream, httpx2.SyncByteStream):
            response.stream = _Watched(response.stream, given_up, most_bytes)

    local = _is_loopback(_host(base_url, variable))
    try:
        return httpx2.Client(
            # Proxy variables mean the world outside, yet the client applies them to 127.0.0.1 as well.
            trust_env=not local,
            verify=certificates(),
            follow_redirects=False,
            timeout=httpx2.Timeout(silence, connect=connect),
            event_hooks={"response": [watch]},
        )
    except (ImportError, ValueError, httpx2.InvalidURL):
        # Neither the variable's value nor the client's message is shown: a proxy address may hold a password.
        raise EndpointError(
            "环境变量里的代理用不了 (the proxy in the environment cannot be used)；请把 ALL_PROXY 等改成 "
            "http:// 地址，或写进 NO_PROXY (use an http:// proxy, or NO_PROXY for the endpoint)",
            retry=False,
        ) from None


def usable_key(secret: SecretStr | None, variable: str) -> str:
    """A key as the client wants it.

    Raises:
        EndpointError: it holds what no key holds.
    """
    key = secret.get_secret_value().strip() if secret else ""
    if not key.isascii() or not key.isprintable() or " " in key:
        raise EndpointError(
            f"{variable} 里有空格或特殊字符，请重新复制 (it holds an odd character: copy it again)",
            retry=False,
        )
    # Local servers want no key, but the client refuses to be built without one.
    return key or "none"


@cache
def certificates() -> ssl.SSLContext:
    """The certificates to trust, read once: that takes a tenth of a second."""
    return httpx2.create_ssl_context()


def _host(base_url: str, variable: str) -> str:
    try:
        address = urlsplit(base_url)
        valid = address.scheme in ("http", "https") and address.port != 0
        host = address.hostname if valid else None
    except ValueError:
        host = None
    if not host:
        raise EndpointError(
            f"{variable} 要以 http:// 或 https:// 开头，如 http://127.0.0.1:8000/v1 "
            "(must be an address that begins with http:// or https://)",
            retry=False,
        )
    return host


def _is_loopback(host: str) -> bool:
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return False
    return address.is_loopback or address.is_unspecified
