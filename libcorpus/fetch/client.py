"""Asks servers for files, as a guest: one request at a time, with a name, pauses and limits. The door to urllib3.

    client.get("https://antraege.example/rest")  ->  Answer(200, headers, data)

Follows no redirect to another host and goes to no private address unless it was told to: a name is looked up once,
and the address that was checked is the one that is connected to. A server that is busy is asked again, after the time
it names. Knows nothing of motions.
"""

import ipaddress
import random
import socket
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from typing import Any, Final
from urllib.parse import urljoin, urlsplit

from libcorpus.model.problems import LibcorpusError, refuse

MAX_BYTES: Final = 64 << 20
MAX_REDIRECTS: Final = 5
_RETRIED: Final = frozenset([408, 425, 429, 500, 502, 503, 504])
_REDIRECTS: Final = frozenset([301, 302, 303, 307, 308])
_CHUNK: Final = 1 << 16
_DEFAULT_PORTS: Final = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Manners:
    """How a server is treated. ``pause`` is between requests and ``timeout`` for one, in seconds; ``attempts`` is how
    often the same is asked, ``longest_wait`` the longest time that a server may ask us to wait."""

    pause: float = 1.0
    timeout: float = 30.0
    attempts: int = 4
    longest_wait: float = 120.0
    max_bytes: int = MAX_BYTES
    allow_private: bool = False
    allow_http: bool = False
    hosts: frozenset[str] = frozenset()
    agent: str = "libcorpus"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said: ``status`` 200, or 304 for what has not changed; ``url`` is where it was in the end."""

    url: str
    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    data: bytes = b""


class Client:
    """Asks one thing after another. ``sleep`` and ``clock`` are those of the computer."""

    def __init__(
        self,
        manners: Manners,
        sleep: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.manners, self.sleep, self.clock = manners, sleep, clock
        self._last: float | None = None
        self._pool: Any = None

    def get(self, url: str, headers: Mapping[str, str] | None = None) -> Answer:
        """The answer for an address, redirects on the same host followed; refuses what is no success and not 304."""
        asked = url
        for _ in range(MAX_REDIRECTS + 1):
            answer = self._patiently(asked, headers or {})
            if answer.status not in _REDIRECTS:
                return _accepted(answer)
            target = urljoin(asked, answer.headers.get("location", ""))
            self._check_redirect(asked, target)
            asked = target
        raise refuse("fetch-redirects", url, seen=MAX_REDIRECTS)

    def _check_redirect(self, url: str, target: str) -> None:
        here, there = urlsplit(url), urlsplit(target)
        if here.hostname != there.hostname and there.hostname not in self.manners.hosts:
            raise refuse("fetch-other-host", url, seen=target)
        if here.scheme == "https" and there.scheme != "https":
            raise refuse("fetch-insecure", target)

    def _patiently(self, url: str, headers: Mapping[str, str]) -> Answer:
        """Ask, and ask again where the server is busy or the line broke."""
        failure: LibcorpusError | None = None
        for attempt in range(self.manners.attempts):
            self._wait(attempt, failure)
            try:
                answer = self._once(url, headers)
            except _AgainError as again:
                failure = again.refusal
                self._not_before(again.wait)
            else:
                return answer
        assert failure is not None
        raise failure

    def _wait(self, attempt: int, failure: LibcorpusError | None) -> None:
        """The pause between two requests, longer after each failure."""
        if self._last is None:
            return
        pause = self.manners.pause
        if failure is not None and attempt:
            # A little apart from others who were turned away at the same moment.
            pause = pause * 2**attempt * (1 + random.random() / 4)  # noqa: S311
        remaining = self._last + min(pause, self.manners.longest_wait) - self.clock()
        if remaining > 0:
            self.sleep(remaining)

    def _not_before(self, wait: float) -> None:
        """A server asked for some time."""
        if wait > 0:
            self.sleep(wait)

    def _once(self, url: str, headers: Mapping[str, str]) -> Answer:
        import urllib3

        host, addresses = self._checked(url)
        own = {"User-Agent": self.manners.agent, "Accept-Encoding": "gzip", **headers}
        try:
            response = self._response(url, addresses, own)
            try:
                answer = self._answer(url, response)
            finally:
                response.release_conn()
                response.close()
        except urllib3.exceptions.LocationParseError:
            raise refuse("fetch-url", url) from None
        except (urllib3.exceptions.HTTPError, OSError) as error:
            raise _AgainError(refuse("fetch-failed", url, why=_why(error), host=host), 0) from None
        finally:
            self._last = self.clock()
        if answer.status in _RETRIED:
            raise _AgainError(refuse("fetch-status", url, seen=answer.status), self._asked_to_wait(answer, url))
        return answer

    def _response(self, url: str, addresses: Sequence[str], headers: Mapping[str, str]) -> Any:
        """What the first of the addresses says that can be reached."""
        from urllib3.exceptions import ConnectTimeoutError, NewConnectionError
        from urllib3.util import parse_url

        parts = parse_url(url)
        own = {"Host": parts.netloc or "", **headers}
        for address in addresses:
            pool = self._pool_of(address, parts)
            try:
                return pool.urlopen(
                    "GET", parts.request_uri, headers=own, redirect=False, retries=False, preload_content=False
                )
            except (NewConnectionError, ConnectTimeoutError):
                if address == addresses[-1]:
                    raise
        raise AssertionError("a host that was found has an address")

    def _pool_of(self, address: str, parts: Any) -> Any:
        """The connections to an address, as whose owner the server has to identify itself by the host's name."""
        name = parts.host.strip("[]")
        named = {"server_hostname": name, "assert_hostname": name} if parts.scheme == "https" else {}
        return self._manager().connection_from_host(address, parts.port, parts.scheme, named)

    def _manager(self) -> Any:
        import urllib3

        if self._pool is None:
            timeout = urllib3.Timeout(connect=self.manners.timeout, read=self.manners.timeout)
            self._pool = urllib3.PoolManager(num_pools=4, maxsize=1, block=True, timeout=timeout)
        return self._pool

    def _answer(self, url: str, response: Any) -> Answer:
        headers = {name.lower(): value for name, value in response.headers.items()}
        limit = self.manners.max_bytes
        if headers.get("content-length", "").isdecimal() and int(headers["content-length"]) > limit:
            raise refuse("fetch-too-large", url, limit=limit)
        # Counted as it comes unpacked: a small answer may be a large file.
        data = bytearray()
        deadline = self.clock() + self.manners.timeout * 10
        for chunk in response.stream(_CHUNK, decode_content=True):
            data += chunk
            if len(data) > limit:
                raise refuse("fetch-too-large", url, limit=limit)
            if self.clock() > deadline:
                raise refuse("fetch-failed", url, why="timeout", host=urlsplit(url).hostname or "")
        return Answer(url, response.status, headers, bytes(data))

    def _asked_to_wait(self, answer: Answer, url: str) -> float:
        """The seconds that a server asks us to wait; refuses a time that nobody would wait for."""
        wait = _seconds(answer.headers.get("retry-after", ""))
        if wait > self.manners.longest_wait:
            raise refuse("fetch-later", url, seconds=round(wait))
        return wait

    def _checked(self, url: str) -> tuple[str, list[str]]:
        """The host and its addresses; refuses what is no address in the net, or one in our own network."""
        try:
            parts = urlsplit(url)
            host, port = parts.hostname or "", parts.port or _DEFAULT_PORTS.get(parts.scheme, 0)
        except ValueError:
            raise refuse("fetch-url", url) from None
        if parts.scheme not in _DEFAULT_PORTS or not host or parts.username is not None:
            raise refuse("fetch-url", url)
        if parts.scheme == "http" and not (self.manners.allow_http or self.manners.allow_private):
            raise refuse("fetch-insecure", url)
        addresses = _addresses(host, port, url)
        for address in addresses if not self.manners.allow_private else ():
            if not ipaddress.ip_address(address.partition("%")[0]).is_global:
                raise refuse("fetch-private", url, seen=address)
        return host, addresses


class _AgainError(Exception):
    """The same may be asked again, after a while."""

    def __init__(self, refusal: LibcorpusError, wait: float) -> None:
        super().__init__(str(refusal))
        self.refusal, self.wait = refusal, wait


def _accepted(answer: Answer) -> Answer:
    if answer.status not in (200, 304):
        raise refuse("fetch-status", answer.url, seen=answer.status)
    return answer


def _addresses(host: str, port: int, url: str) -> list[str]:
    """The addresses of a host, in the order in which the system would try them."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        return list(dict.fromkeys(str(one[4][0]) for one in found))
    except UnicodeError:
        raise refuse("fetch-url", url) from None
    except OSError as error:
        raise _AgainError(refuse("fetch-failed", url, why=error.strerror or str(error), host=host), 0) from None


def _seconds(text: str) -> float:
    """``Retry-After``: seconds, or a moment."""
    if text.strip().isdecimal():
        return float(text)
    try:
        return max(0.0, parsedate_to_datetime(text).timestamp() - time.time())
    except (TypeError, ValueError):
        return 0.0


def _why(error: Exception) -> str:
    reason = getattr(error, "reason", None)
    return str(reason or error) or type(error).__name__
