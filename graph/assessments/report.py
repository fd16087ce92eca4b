"""Outcome and lead time per kind of initiator, theme and area, so that arbitrariness would be visible."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph import clock
from graph.query import Read
from graph.remembering import remembered
from graph.rights import Permission

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.rights import Actor
    from graph.store import Transaction

FEWEST = 5
# A difference in the share that got full support is named from this size on; a sign to look, not a test.
MUCH = 0.3
MOST_YEARS = 100
DIMENSIONS = ("initiator", "theme", "area")


@dataclass(frozen=True, slots=True)
class Group:
    """The decided assessments of one kind of initiator, theme or district; `median_days` is None without dates."""

    dimension: str
    value: str
    name: str
    cases: int
    supported: int
    partly: int
    not_supported: int
    timed: int
    median_days: float | None

    @property
    def is_enough(self) -> bool:
        """Whether there are enough cases for a number that says something."""
        return self.cases >= FEWEST

    @property
    def days(self) -> int | None:
        """Half waited shorter than this; None when too few have both dates."""
        return round(self.median_days) if self.median_days is not None and self.timed >= FEWEST else None

    @property
    def share(self) -> float:
        """Which part got full support."""
        return self.supported / self.cases


@dataclass(frozen=True, slots=True)
class Difference:
    """Two groups of one dimension whose outcomes differ much."""

    dimension: str
    most: Group
    least: Group


@dataclass(frozen=True, slots=True)
class Year:
    """A year, and how many assessments were decided in it."""

    year: int
    cases: int


@dataclass(frozen=True, slots=True)
class Report:
    """Everything together (None when nothing was decided), the groups of each dimension, and what stands out.

    `years` are all years in which something was decided, also when the report is about one of them.
    """

    everything: Group | None
    groups: tuple[Group, ...]
    differences: tuple[Difference, ...]
    years: tuple[Year, ...]

    def of(self, dimension: str) -> list[Group]:
        """The groups of one dimension: initiator, theme or area."""
        return [each for each in self.groups if each.dimension == dimension]


REPORT = Read("assessments/report", Group)
DECIDED_YEARS = Read("assessments/decided_years", Year)


@remembered
def report(tx: Transaction, *, actor: Actor, year: int | None = None) -> Report:
    """What was decided, in all or in one year, by the day that is shown; raises NotAllowed for who sees no drafts."""
    actor.must(Permission.SEE_DRAFTS)
    first = dt.date(year, 1, 1) if year else None
    after_today = dt.date.max if not clock.is_past() else clock.today() + dt.timedelta(days=1)
    before = min(after_today, dt.date(year + 1, 1, 1)) if year else after_today
    day = {"visible": actor.visible, "on": clock.today()}
    found = REPORT.all(tx, **day, **{"from": first, "before": before})
    groups = tuple(each for each in found if each.dimension in DIMENSIONS)
    return Report(
        everything=next((each for each in found if each.dimension == "all"), None),
        groups=groups,
        differences=differences(groups),
        years=tuple(DECIDED_YEARS.all(tx, **day, before=after_today, limit=MOST_YEARS)),
    )


def differences(groups: Iterable[Group]) -> tuple[Difference, ...]:
    """For each dimension the groups with the largest and smallest share of full support, when `MUCH` apart.

    Groups under `FEWEST` cases are left out.
    """
    found = []
    known = tuple(groups)
    for dimension in DIMENSIONS:
        enough = sorted(
            (each for each in known if each.dimension == dimension and each.is_enough), key=lambda each: each.share
        )
        if len(enough) > 1 and enough[-1].share - enough[0].share >= MUCH:
            found.append(Difference(dimension, enough[-1], enough[0]))
    return tuple(found)
