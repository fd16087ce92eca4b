"""How the long steps tell where they are: jars to fetch, a server to wait for."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[str], None]
"""Told one sentence at a time, for a person who waits; see `app.commands.connection.say`."""


def silent(_: str) -> None:
    """Tell nobody."""


class Counted:
    """Tells `sentence` with how many of `total` are done: the first time, and then for each further tenth."""

    def __init__(self, tell: Progress, sentence: str, total: int) -> None:
        """Tell it to `tell`."""
        self._tell = tell
        self._sentence = sentence
        self._total = max(1, total)
        self._tenth = -1

    def __call__(self, done: int) -> None:
        """Note that `done` of them are done."""
        tenth = 10 * done // self._total
        if tenth != self._tenth:
            self._tenth = tenth
            self._tell(f"{self._sentence}: {done} of {self._total}")
