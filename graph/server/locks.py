"""Locks on files that the system itself lets go of when their holder dies, however it dies.

`flock` belongs to the open file, so a process forked by the holder (a gunicorn worker) holds the lock too. That is what
we want: the lock is free when the last of them has closed the file. For that reason `release` closes and never unlocks.
"""

from __future__ import annotations

import fcntl
import os
import time
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_PAUSE = 0.02


class Lock:
    """A lock on a file, held from the moment it is made until `release` or the end of the process."""

    def __init__(self, descriptor: int) -> None:
        """Hold the lock of the open file `descriptor`."""
        self._descriptor = descriptor

    @classmethod
    def attempt(cls, path: Path, *, shared: bool = False) -> Self | None:
        """The lock, or None when somebody else holds it now."""
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(descriptor, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(descriptor)
            return None
        except BaseException:
            os.close(descriptor)
            raise
        return cls(descriptor)

    @classmethod
    def wait(
        cls, path: Path, *, shared: bool = False, seconds: float, waiting: Callable[[], None] | None = None
    ) -> Self | None:
        """The lock as soon as it is free, or None after `seconds`; `waiting` is called once when it is not free yet."""
        until = time.monotonic() + seconds
        while (lock := cls.attempt(path, shared=shared)) is None:
            if waiting:
                waiting()
                waiting = None
            if time.monotonic() > until:
                return None
            time.sleep(_PAUSE)
        return lock

    def release(self) -> None:
        """Let go; doing it twice is harmless."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1

    def __enter__(self) -> Self:
        """Hold it for the length of a `with`."""
        return self

    def __exit__(self, *_: object) -> None:
        """Let go at the end of the `with`."""
        self.release()


def is_held(path: Path) -> bool:
    """Whether somebody holds the lock on `path` alone."""
    if not path.exists():
        return False
    lock = Lock.attempt(path, shared=True)
    if lock is None:
        return True
    lock.release()
    return False
