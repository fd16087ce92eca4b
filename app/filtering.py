"""The filters of a list as selects with counts, and what was chosen as chips that can be taken away."""

from __future__ import annotations

from dataclasses import dataclass
from operator import itemgetter
from typing import TYPE_CHECKING

from flask import request
from flask_babel import gettext

from app.addresses import same_page
from app.formatting import counted

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence


# A filter with more choices than `MANY` offers the `OFFERED` that hold most, or that hold the words somebody looks for.
MANY = 40
OFFERED = 20


@dataclass(frozen=True, slots=True)
class Search:
    """Looking among the choices of a filter: the name of its field in the address, what was typed, and what there is.

    `found` choices hold the words typed, of `total`.
    """

    name: str
    text: str
    found: int
    total: int


@dataclass(frozen=True, slots=True)
class Select:
    """One filter: its name in the address, its label, the options (value, words with their count), the value chosen.

    With `search` the options are some of many.
    """

    name: str
    label: str
    options: tuple[tuple[str, str], ...]
    chosen: str
    words: str = ""
    search: Search | None = None


@dataclass(frozen=True, slots=True)
class Filters:
    """All filters of a list."""

    selects: tuple[Select, ...]

    @property
    def chosen(self) -> list[tuple[str, str]]:
        """What was chosen, each with the address without it."""
        return [(each.words or each.chosen, without(each.name)) for each in self.selects if each.chosen]


def select(
    name: str, label: str, everything: str, choices: Iterable[tuple[str, str, int | None]], *, fewest: int = 0
) -> Select:
    """A filter from choices (value, words, how many); what stands in the address is chosen.

    A number under `fewest` is not told.
    """
    known: Sequence[tuple[str, str, int | None]] = list(choices)
    chosen = request.args.get(name, "")
    some, search = offered(name, known, {chosen})
    options = [(value, words if count is None else f"{words} ({_told(count, fewest)})") for value, words, count in some]
    words = next((words for value, words, _ in known if value == chosen), "")
    return Select(name, label, (("", everything), *options), chosen, words, search)


def _told(count: int, fewest: int) -> str:
    return counted(count) if count >= fewest else gettext("minder dan %(count)s", count=fewest)


def offered(
    name: str, known: Sequence[tuple[str, str, int | None]], chosen: Collection[str]
) -> tuple[Sequence[tuple[str, str, int | None]], Search | None]:
    """Which choices (value, words, how many) a filter offers, in the order given, and how the rest is found.

    All of them up to `MANY`, else some; those that are chosen stay, before the others.
    """
    if len(known) <= MANY:
        return known, None
    field = f"{name}-zoek"
    text = " ".join(request.args.get(field, "").split())[:100]
    folded = text.casefold().split()
    found = [each for each in known if all(part in each[1].casefold() for part in folded)] if folded else known
    most = sorted(enumerate(found), key=lambda each: (-(each[1][2] or 0), each[0]))[:OFFERED]
    some = [each for _, each in sorted(most, key=itemgetter(0))]
    missing = set(chosen) - {value for value, _, _ in some}
    return [*(each for each in known if each[0] in missing), *some], Search(field, text, len(found), len(known))


def without(name: str) -> str:
    """The address of this list without one filter, from its first page."""
    return same_page(**{name: None, "pagina": None})
