"""The filters of a list as selects with counts, and what was chosen as chips that can be taken away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import request

from app.addresses import same_page
from app.formatting import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


@dataclass(frozen=True, slots=True)
class Select:
    """One filter: its name in the address, its label, the options (value, words with their count), the value chosen."""

    name: str
    label: str
    options: tuple[tuple[str, str], ...]
    chosen: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Filters:
    """All filters of a list."""

    selects: tuple[Select, ...]

    @property
    def chosen(self) -> list[tuple[str, str]]:
        """What was chosen, each with the address without it."""
        return [(each.words or each.chosen, without(each.name)) for each in self.selects if each.chosen]


def select(name: str, label: str, everything: str, choices: Iterable[tuple[str, str, int | None]]) -> Select:
    """A filter from choices (value, words, how many); what stands in the address is chosen."""
    known: Sequence[tuple[str, str, int | None]] = list(choices)
    options = [(value, words if count is None else f"{words} ({counted(count)})") for value, words, count in known]
    chosen = request.args.get(name, "")
    words = next((words for value, words, _ in known if value == chosen), "")
    return Select(name, label, (("", everything), *options), chosen, words)


def without(name: str) -> str:
    """The address of this list without one filter, from its first page."""
    return same_page(**{name: None, "pagina": None})
