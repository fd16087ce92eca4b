"""Look whether an address of somebody else answers: a bounded HEAD, and never to a machine of our own network.

Each name is resolved once, every address it gives must be public, and the connection goes to exactly that address, so
that a name cannot lead elsewhere between the look and the call. A redirect is judged like the first address.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import threading
from typing import TYPE_CHECKING
from urllib.parse import quote, urljoin, urlsplit

from app.sharing.outside import outside
from graph.outside import Problem

if TYPE_CHECKING:
    from collections.abc import Collection

SECONDS = 5.0
SECONDS_IN_ALL = 15.0
MOST_REDIRECTS = 4
REDIRECTS = frozenset({301, 302, 303, 307, 308})
GONE = frozenset({404, 410})
# It answers, but not to a program, or not to HEAD, or not so often: no reason to call it broken.
ANSWERS = frozenset({401, 403, 405, 406, 429, 501, 999})
PORTS = {"http": 80, "https": 443}
TRANSLATED = ipaddress.ip_network("64:ff9b::/96")


def look(url: str, *, trusted: Collection[str] = ()) -> Problem | None:
    """What is wrong with `url`; None when it answers. `trusted` names host:port that may be private, for tests."""
    for _step in range(MOST_REDIRECTS + 1):
        try:
            status, location = _ask(url, trusted)
        except _Refused:
            return Problem.REFUSED
        except ssl.SSLCertVerificationError:
            return Problem.CERTIFICATE
        except (OSError, http.client.HTTPException, ValueError):
            return Problem.UNREACHABLE
        if status not in REDIRECTS or not location:
            return _verdict(status)
        url = urljoin(url, location)
    return Problem.ROUND_AND_ROUND


class _Refused(Exception):
    """This address is not asked anything."""


def _verdict(status: int) -> Problem | None:
    if status in GONE:
        return Problem.GONE
    return None if status < 400 or status in ANSWERS else Problem.FAILING  # noqa: PLR2004 — the first error of HTTP


def _ask(url: str, trusted: Collection[str]) -> tuple[int, str | None]:
    parts = urlsplit(url)
    host, port = parts.hostname or "", parts.port or PORTS.get(parts.scheme, 0)
    is_trusted = f"{host}:{port}" in trusted
    if parts.scheme not in PORTS or not (is_trusted or outside(url).url):
        raise _Refused
    number = _resolve(host, port, is_trusted=is_trusted)
    connection = http.client.HTTPConnection(host, port)
    connection.sock = socket.create_connection((number, port), timeout=SECONDS)
    # However slowly an answer drips, it ends.
    end = threading.Timer(SECONDS_IN_ALL, _hang_up, [connection.sock])
    end.start()
    try:
        if parts.scheme == "https":
            connection.sock = ssl.create_default_context().wrap_socket(connection.sock, server_hostname=host)
        path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
        query = quote(parts.query, safe="/%:@!$&'()*+,;=~-._?")
        connection.request("HEAD", f"{path}?{query}" if query else path, headers={"User-Agent": "Bruggenbouwer"})
        answer = connection.getresponse()
        return answer.status, answer.getheader("Location")
    finally:
        end.cancel()
        connection.close()


def _hang_up(opened: socket.socket) -> None:
    opened.shutdown(socket.SHUT_RDWR)


def _resolve(host: str, port: int, *, is_trusted: bool) -> str:
    """The first address of `host`; raises _Refused when any of them is not public."""
    found = [str(each[4][0]) for each in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    if not found or not (is_trusted or all(is_public(each) for each in found)):
        raise _Refused
    return found[0]


def is_public(number: str) -> bool:
    """Whether this is an address of the public internet, in no disguise."""
    given = ipaddress.ip_address(number.partition("%")[0])
    if given.version == 6:  # noqa: PLR2004
        if given.ipv4_mapped:
            given = given.ipv4_mapped
        elif given.sixtofour or given.teredo or given in TRANSLATED:
            return False
    return given.is_global and not given.is_multicast and not given.is_reserved
