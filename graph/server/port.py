"""Ports, mostly those of the loopback address."""

from __future__ import annotations

import socket

from graph.errors import Unavailable


def is_free(port: int, host: str = "127.0.0.1") -> bool:
    """Whether a server can listen on this port of `host` now; not when this machine has no such address."""
    with socket.socket() as attempt:
        attempt.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            attempt.bind((host, port))
        except OSError:
            return False
        return True


def last_or_free(wanted: int, last: int) -> int:
    """The wanted port; else the one of last time, so that those who knew it find the server back; else 0, any free.

    Raises Unavailable when the wanted port is taken.
    """
    if wanted and not is_free(wanted):
        cure = "Choose another BRUGGENBOUWER_BOLT_PORT, or leave it out: then a free port is taken."
        raise Unavailable(f"port {wanted} on 127.0.0.1 is taken by another program", cure)
    if wanted:
        return wanted
    return last if last and is_free(last) else 0
