"""Which of the links between two records a row speaks of: one type of link can have ended there and begun again.

A row that says since when means the period that began on that day, else the one whose beginning nobody knows. So a
second period is laid beside the first one, and an older sheet never ends what began later.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graph import clock

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

    from graph.imports.comparing import Changed

DAYS = ("since", "until")


@dataclass(slots=True, eq=False)
class Period:
    """A link that is there, at `place`, or that this chunk lays; `said` when a row of the chunk spoke of it already."""

    properties: dict[str, Any]
    place: str = ""
    said: bool = False
    change: Changed | None = None

    @property
    def since(self) -> dt.date | None:
        """The day on which it began; None when that is not known."""
        found: dt.date | None = self.properties.get("since")
        return found

    @property
    def until(self) -> dt.date | None:
        """The day on which it was over; None while it lasts."""
        found: dt.date | None = self.properties.get("until")
        return found

    @property
    def kept(self) -> bool:
        """Whether a row without days may mean it: what people laid and ended is over, and a row begins anew."""
        return self.until is None or not self.place or "batch" in self.properties


def meant(periods: Iterable[Period], wanted: Mapping[str, Any], *, once: bool) -> Period | None:
    """The period that a row with the properties `wanted` speaks of; None when that is a new one.

    Between two records at most one lasts, so a row that has no end never means another one beside it. `once`: there is
    only one period, whose days a row corrects.
    """
    lasting = sorted(periods, key=_latest, reverse=True)
    since, until = wanted.get("since"), wanted.get("until")
    if once or (since is None and until is None):
        return next((each for each in lasting if each.kept), None)
    if since is None:
        over = next((each for each in lasting if each.until == until), None)
        return over or next((each for each in lasting if each.until is None and _had_begun(each, until)), None)
    exact = next((each for each in lasting if each.since == since), None)
    return exact or next((each for each in lasting if _may_be(each, until)), None)


def marks(pair: tuple[Any, ...], wanted: Mapping[str, Any]) -> tuple[list[Any], list[Any]]:
    """What a dry run remembers of a link between `pair`, and what it looks for to know that it dreamt it before."""
    since, until = wanted.get("since"), wanted.get("until")
    if since is None and until is None:
        return [(pair,), (pair, "lasts"), (pair, "since", None)], [(pair,)]
    own: list[Any] = [(pair,)]
    own += [(pair, "lasts")] if until is None else [(pair, "until", until)]
    if since is None:
        return own, [(pair, "until", until), (pair, "lasts")]
    others = [(pair, "since", since), (pair, "since", None), *([(pair, "lasts")] if until is None else [])]
    return [*own, (pair, "since", since)], others


def _had_begun(period: Period, on: dt.date | None) -> bool:
    return on is None or period.since is None or period.since <= on


def _may_be(period: Period, until: dt.date | None) -> bool:
    """Whether the period that a row gives another first day can be this one."""
    if period.until is None:
        return period.since is None or until is None
    return period.since is None and period.until == until


def _latest(period: Period) -> tuple[bool, str]:
    return period.until is None, str(period.until or "")


def news(period: Period, wanted: Mapping[str, Any]) -> dict[str, Any]:
    """What the row adds: nothing to what is over, and only unknown days to what another row of the chunk spoke of."""
    now = period.properties
    if period.until is not None and period.until <= clock.today():
        return {}
    if period.said:
        return {name: wanted[name] for name in DAYS if name in wanted and now.get(name) is None}
    return {name: value for name, value in wanted.items() if now.get(name) != value}
