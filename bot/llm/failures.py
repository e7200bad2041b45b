"""What goes wrong between us and an endpoint, as EndpointError.

A message is one line of our own words. Nothing that the endpoint sent gets into it (providers repeat the
key and the prompt in their errors), and the client's own exception is dropped rather than chained, for a
traceback would print it.
"""

from __future__ import annotations

import math
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import NamedTuple

import httpx2
import openai

from bot.errors import EndpointError
from bot.llm.transport import OversizedResponse

OPTIONAL_KEYS = ("stream_options", "temperature", "response_format", "tool")
FINISHED = frozenset({"stop", "eos", "eos_token", "stop_sequence", "end_turn"})
"""What providers call an ordinary end."""


class Named(NamedTuple):
    """The variables of an endpoint that a user is told to look at."""

    address: str = "OPENAI_BASE_URL"
    key: str = "OPENAI_API_KEY"
    model: str = "MIANJING_MODEL"


CHAT = Named()


class AskedToWait(EndpointError):
    """The endpoint wants a pause of `seconds` before the next request."""

    def __init__(self, message: str, *, seconds: float) -> None:
        super().__init__(message, retry=True)
        self.seconds = seconds


class Rejected(EndpointError):
    """The endpoint does not take a request of this form; one that asks for less may do.

    `names` are those of `OPTIONAL_KEYS` that its message speaks of.
    """

    def __init__(self, message: str, *, status: int, names: frozenset[str]) -> None:
        super().__init__(message, retry=status >= 500)
        self.status = status
        self.names = names


class KeyRefused(EndpointError):
    """The endpoint does not take the key, or not for this."""


class WaitedInVain(EndpointError):
    """Nobody was reached, or nothing came in the time there is: the next request may cost as much time."""

    def __init__(self, message: str) -> None:
        super().__init__(message, retry=True)


class TurnOver(EndpointError):
    """The time of the whole turn was up, whoever used it."""


def mapped(error: Exception, named: Named = CHAT) -> EndpointError:
    """The client's error in words; any exception, for malformed replies leak as whatever Python raised."""
    match error:
        case EndpointError():
            return error
        case openai.APIStatusError():
            return _of_status(error, named)
        case openai.APITimeoutError() | httpx2.TimeoutException():
            return silent()
        case OversizedResponse():
            return _oversized()
        case openai.APIConnectionError() if isinstance(error.__cause__, OversizedResponse):
            return _oversized()
        case openai.APIConnectionError() if _was_connected(error):
            return cut_off()
        case openai.APIConnectionError() | httpx2.ConnectError():
            return WaitedInVain(f"连接不上 (cannot connect)；请检查 {named.address} 和网络")
        case httpx2.TransportError():
            return cut_off()
        case openai.APIError():
            return EndpointError("接口在回复中途报错 (it reported an error instead of a reply)", retry=True)
        case _:
            return EndpointError(f"返回的不是有效回复 (no valid reply): {type(error).__name__}", retry=True)


def silent() -> EndpointError:
    """Nothing came for too long."""
    return WaitedInVain("没有回应 (no response in time)")


def too_slow(seconds: float) -> EndpointError:
    """The reply took longer than an interviewer may take."""
    return WaitedInVain(f"超过 {seconds:g} 秒还没说完 (not finished in time)")


def turn_over(seconds: float) -> EndpointError:
    """Scorer and interviewer together took longer than a turn may take."""
    return TurnOver(f"这一轮已经等了 {seconds:g} 秒 (this turn has waited long enough)", retry=False)


def resting(seconds: float) -> EndpointError:
    """Nothing was sent: the endpoint was waited for in vain a moment ago."""
    return EndpointError(
        f"接口连续没有回应，{math.ceil(seconds)} 秒后再试 (it kept us waiting: tried again in {math.ceil(seconds)} s)",
        retry=False,
    )


def cut_off() -> EndpointError:
    """The connection ended before the reply did."""
    return EndpointError("回复中途断开 (the reply was cut off)", retry=True)


def empty() -> EndpointError:
    """A reply with nothing in it."""
    return EndpointError("回复是空的 (the reply was empty)", retry=True)


def unfinished(reason: str | None) -> EndpointError | None:
    """What a stream's finish_reason says went wrong; None for an ordinary end."""
    match reason and reason.lower():
        case None | "":
            # A connection that is closed cleanly in the middle looks like an ordinary end otherwise.
            return cut_off()
        case known if known in FINISHED:
            return None
        case "length" | "max_tokens":
            return EndpointError("回复超出长度上限被截断 (the reply hit its length limit)", retry=False)
        case "content_filter":
            return EndpointError("被服务商的内容审核拦下 (stopped by the content filter)", retry=False)
        case _:
            return EndpointError("回复没有正常结束 (the reply did not end in the ordinary way)", retry=False)


def _oversized() -> EndpointError:
    return EndpointError("回复大得离谱，已停止读取 (the response was absurdly large)", retry=False)


def _of_status(error: openai.APIStatusError, named: Named) -> EndpointError:
    match error.status_code:
        case 401 | 403:
            return KeyRefused(
                f"密钥不被接受或没有权限 (key not accepted, or no permission)；请检查 {named.key}",
                retry=False,
            )
        case 402:
            return _no_credit()
        case 404:
            return _rejected(
                error, f"没有这个模型或地址 (no such model or address)；请检查 {named.model}、{named.address}"
            )
        case 429 if error.code in ("insufficient_quota", "billing_hard_limit_reached"):
            return _no_credit()
        case 429:
            return AskedToWait("请求过于频繁 (rate limited)", seconds=_retry_after(error.response))
        case 503:
            return AskedToWait("服务暂时不可用 (HTTP 503, unavailable)", seconds=_retry_after(error.response))
        case status if 300 <= status < 400:
            return EndpointError(
                f"地址被转到别处 (HTTP {status}, redirected)；请在 {named.address} 里写最终地址",
                retry=False,
            )
        case 400 | 413 | 422 if error.code == "context_length_exceeded":
            return EndpointError("模型的上下文太短 (the prompt exceeds the model's context)", retry=False)
        case 400 | 422 | 500 | 501:
            return _rejected(error, f"返回 HTTP {error.status_code} (the endpoint answered with it)")
        case status:
            return EndpointError(f"返回 HTTP {status} (the endpoint answered with it)", retry=status >= 500)


def _rejected(error: openai.APIStatusError, message: str) -> Rejected:
    told = str(error.body)
    names = frozenset(key for key in OPTIONAL_KEYS if key in told)
    return Rejected(message, status=error.status_code, names=names)


def _no_credit() -> EndpointError:
    return EndpointError("余额或额度不足 (no credit left)", retry=False)


def _retry_after(response: httpx2.Response) -> float:
    """Seconds of a Retry-After header, a number or a date; 0 where there is none that makes sense."""
    stated = response.headers.get("retry-after", "")
    try:
        return max(0.0, float(stated))
    except ValueError:
        pass
    try:
        return max(0.0, (parsedate_to_datetime(stated) - datetime.now(UTC)).total_seconds())
    except (ValueError, TypeError):
        return 0.0


def _was_connected(error: BaseException | None) -> bool:
    """Whether the connection stood before it failed; the client and langchain each wrap the cause once."""
    broken = httpx2.ReadError | httpx2.WriteError | httpx2.RemoteProtocolError
    while error is not None and not isinstance(error, broken):
        error = error.__cause__
    return error is not None
