"""Who is an alderman stays one, whatever a sheet says of other tasks: nobody else may hold a portfolio.

A sheet tells the kind of a person by the task in a row, and the same person can have several. So all rows are heard
before the first is written, and the kind of somebody who is known only changes into alderman.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graph import clock
from graph.model import Kind, Link, PersonKind

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from graph.imports.drafts import Draft, Named
    from graph.imports.profile import Profile

PERSON_KIND = "person_kind"
ALDERMAN = PersonKind.ALDERMAN.value


def told_by(profile: Profile) -> bool:
    """Whether rows of this profile can say that somebody is an alderman."""
    return any(part.kind is Kind.PERSON and PERSON_KIND in part.set for part in profile.records.values())


def of_row(draft: Draft) -> Iterator[str]:
    """The source keys of those whom the row calls an alderman, and whose portfolio in it is not over."""
    for each in draft.named:
        if each.kind == Kind.PERSON and each.properties.get(PERSON_KIND) == ALDERMAN and not _is_over(draft, each):
            yield each.key


def settle(draft: Draft, aldermen: Container[str]) -> None:
    """Let the row say of those with a source key in `aldermen` that they are one, also where they were known before."""
    for each in draft.named:
        if each.kind == Kind.PERSON and each.key in aldermen and PERSON_KIND in each.properties:
            each.properties[PERSON_KIND] = ALDERMAN
            each.yields -= {PERSON_KIND}


def told(named: Named) -> dict[str, Any]:
    """What a settled row says of this that may not be passed over: that somebody is an alderman, or nothing."""
    firm = PERSON_KIND not in named.yields and named.properties.get(PERSON_KIND) == ALDERMAN
    return {PERSON_KIND: ALDERMAN} if firm else {}


def _is_over(draft: Draft, person: Named) -> bool:
    held = [tie for tie in draft.ties if tie.link == Link.PORTFOLIO_HOLDER_OF and tie.start is person]
    days = [tie.properties.get("until") for tie in held]
    return bool(days) and all(day and day <= clock.today() for day in days)
