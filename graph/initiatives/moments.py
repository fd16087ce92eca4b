"""What else happened to an initiative, for its timeline: from what its page has read already, so that it costs nothing.

Contributions, agreements and decisions are entries of their own (graph.timeline). Here are the days of its assessments,
results, questions about requirements, status and contact person, and for staff the last time somebody spoke to it.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from graph import clock
from graph.mentions import Mention
from graph.model import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graph.initiatives.page import InitiativePage
    from graph.timeline import Entry


class What(StrEnum):
    """What happened."""

    STATUS = "status"
    CONTACT = "contact"
    ASSESSMENT_ASKED = "assessment_asked"
    ASSESSED = "assessed"
    ASSESSMENT_TOLD = "assessment_told"
    RESULT = "result"
    REQUIREMENT_QUESTIONED = "requirement_questioned"
    REQUIREMENT_ANSWERED = "requirement_answered"
    SPOKEN = "spoken"


@dataclass(frozen=True, slots=True)
class Moment:
    """One day on which something happened; `about` is the record that tells more."""

    what: What
    day: dt.date
    about: Mention | None = None

    @property
    def entry(self) -> str:
        """How the timeline shows it."""
        return "moment"

    @property
    def is_urgent(self) -> bool:
        """It is over, so it never stands on top."""
        return False


def story(page: InitiativePage) -> tuple[Entry | Moment, ...]:
    """The whole timeline of one initiative: what is late or waited for on top, then the newest first."""
    entries: list[Entry | Moment] = [*page.timeline, *(each for each in _moments(page) if each.day <= clock.today())]
    newest_first = sorted(entries, key=lambda each: each.day or dt.date.min, reverse=True)
    return tuple(sorted(newest_first, key=lambda each: not each.is_urgent))


def _moments(page: InitiativePage) -> Iterator[Moment]:
    facts = page.facts
    yield from _on(What.STATUS, facts.status_since if facts.status else None)
    yield from _on(What.CONTACT, facts.contact.since if facts.contact else None)
    for each in page.assessments:
        about = Mention(Kind.ASSESSMENT, each.id, each.name)
        yield from _on(What.ASSESSMENT_ASKED, each.asked_on, about)
        yield from _on(What.ASSESSED, each.decided_on, about)
        yield from _on(What.ASSESSMENT_TOLD, each.told_on, about)
    for result in page.results:
        yield from _on(What.RESULT, result.reached_on, Mention(Kind.RESULT, result.id, result.name))
    for must in page.requirements:
        about = Mention(Kind.REQUIREMENT, must.id, must.name)
        yield from _on(What.REQUIREMENT_QUESTIONED, must.questioned_on, about)
        yield from _on(What.REQUIREMENT_ANSWERED, must.answered_on, about)
    if page.interactions is not None:
        yield from _on(What.SPOKEN, page.interactions.last_on)


def _on(what: What, day: dt.date | None, about: Mention | None = None) -> Iterable[Moment]:
    return [Moment(what, day, about)] if day else []
