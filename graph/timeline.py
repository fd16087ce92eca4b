"""What happened to an initiative: contributions, commitments, and decisions that are waited for.

A term that was moved after it had passed does not undo a delay: a commitment is late from the first term that was not
replaced in time. Days on which the municipality waits for the applicant count for nobody and move the legal term along.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from graph import clock
from graph.mentions import Mention
from graph.model import CommitmentKind, ContributionKind, DecisionKind, Kind
from graph.query import Read

if TYPE_CHECKING:
    from graph.rights import Actor
    from graph.store import Transaction

LONG_WAIT = 56  # days; eight weeks, the ordinary term of art. 4:13 Awb


@dataclass(frozen=True, slots=True)
class Contribution:
    """What was asked for and given."""

    id: str
    name: str
    contribution_kind: ContributionKind | None
    amount_asked: float | None
    amount_granted: float | None
    extent: str | None
    reason: str | None
    continuity: str | None
    asked_on: dt.date | None
    granted_on: dt.date | None
    refused_on: dt.date | None
    until: dt.date | None
    year: int | None
    givers: tuple[Mention, ...]
    scheme: Mention | None

    def on(self, day: dt.date) -> Contribution | None:
        """As it stood on `day`; None before it was asked for or given, if known."""
        first = min((each for each in (self.asked_on, self.granted_on, self.refused_on) if each), default=self.day)
        if first is not None and first > day:
            return None
        answered_on = self.granted_on or self.refused_on
        if answered_on is None or answered_on <= day:
            return self
        return replace(self, granted_on=None, refused_on=None, amount_granted=None, until=None)

    @property
    def entry(self) -> str:
        """How the timeline shows it."""
        return "contribution"

    @property
    def is_urgent(self) -> bool:
        """A contribution never stands on top."""
        return False

    @property
    def is_permit(self) -> bool:
        """Whether it allows something rather than gives something."""
        return self.contribution_kind is ContributionKind.PERMIT

    @property
    def is_given(self) -> bool:
        """Whether it was granted."""
        return not self.is_refused and (self.granted_on is not None or bool(self.amount_granted))

    @property
    def is_refused(self) -> bool:
        """Whether the answer was no, as the list of contributions tells it."""
        return self.amount_granted == 0 or (self.refused_on is not None and self.refused_on <= clock.today())

    @property
    def day(self) -> dt.date | None:
        """The day it stands under in the timeline."""
        known = self.granted_on or self.refused_on or self.asked_on
        if known:
            return known
        return dt.date(self.year, 1, 1) if self.year else None


@dataclass(frozen=True, slots=True)
class Term:
    """When something would be done, as agreed on a day; `on` is None when no term was agreed.

    `told_on` is the last day on which the initiative was told about it. `tellings` are all those days, in the order in
    which they were written down; empty where one day is all that is known.
    """

    on: dt.date | None
    set_on: dt.date | None
    reason: str | None
    told_on: dt.date | None
    tellings: tuple[dt.date, ...] = ()
    id: str = ""

    @property
    def told(self) -> tuple[dt.date, ...]:
        """Every day on which the initiative was told about it."""
        return self.tellings or ((self.told_on,) if self.told_on else ())

    def stood_on(self, day: dt.date) -> Term:
        """As it stood on `day`, with what was told until then."""
        told = tuple(each for each in self.told if each <= day)
        return replace(self, told_on=max(told, default=None), tellings=told)


class Standing(StrEnum):
    """Where a commitment stands."""

    OPEN = "open"
    LATE = "late"
    KEPT = "kept"
    KEPT_LATE = "kept_late"


@dataclass(frozen=True, slots=True)
class Commitment:
    """A promise, agreement or request, with every term it ever had, oldest first."""

    id: str
    name: str
    commitment_kind: CommitmentKind | None
    made_on: dt.date | None
    kept_on: dt.date | None
    evidence: str | None
    makers: tuple[Mention, ...]
    receivers: tuple[Mention, ...]
    terms: tuple[Term, ...]

    def on(self, day: dt.date) -> Commitment | None:
        """As it stood on `day`, with the terms and what was told until then; None before it was made, if known."""
        first = min((each for each in (self.made_on, self.kept_on) if each), default=None)
        if first is not None and first > day:
            return None
        terms = [each for each in self.terms if each.set_on is None or each.set_on <= day]
        kept = self.kept_on is not None and self.kept_on <= day
        return replace(
            self,
            kept_on=self.kept_on if kept else None,
            evidence=self.evidence if kept else None,
            terms=tuple(each.stood_on(day) for each in terms),
        )

    @property
    def entry(self) -> str:
        """How the timeline shows it."""
        return "commitment"

    @property
    def is_request(self) -> bool:
        """A request promises nothing and is never late."""
        return self.commitment_kind is CommitmentKind.REQUEST

    @property
    def due_on(self) -> dt.date | None:
        """The day it should have been done: the last term that was agreed before the one before it had passed.

        That there is no term any more is a term too: agreed in time it takes the day away, afterwards it does not.
        """
        due: dt.date | None = None
        for term in self.terms:
            if due is None or (term.set_on is not None and term.set_on <= due):
                due = term.on
        return due

    @property
    def moved_to(self) -> dt.date | None:
        """The newer term, when one was named after the agreed day had passed."""
        last = self.terms[-1].on if self.terms else None
        return last if last != self.due_on else None

    @property
    def days_late(self) -> int:
        """Days after the agreed term: until it was kept, else until today; 0 for requests and without a term."""
        due = self.due_on
        if due is None or self.is_request:
            return 0
        return max(0, ((self.kept_on or clock.today()) - due).days)

    @property
    def is_late(self) -> bool:
        """Whether the term passed and it still is not kept."""
        return self.kept_on is None and self.days_late > 0

    @property
    def is_kept_late(self) -> bool:
        """Whether it was kept, but after its term."""
        return self.kept_on is not None and self.days_late > 0

    @property
    def told_on(self) -> dt.date | None:
        """When the initiative was last told about the term."""
        return max((term.told_on for term in self.terms if term.told_on), default=None)

    @property
    def is_to_initiative(self) -> bool:
        """Whether an initiative waits for it; a request promises nothing."""
        return not self.is_request and any(receiver.kind is Kind.INITIATIVE for receiver in self.receivers)

    @property
    def is_untold(self) -> bool:
        """Whether the initiative should still hear that it is late, or that there is another term."""
        open_to_it = self.kept_on is None and self.is_to_initiative
        return open_to_it and ((len(self.terms) > 1 and self.terms[-1].told_on is None) or self.is_delay_untold)

    @property
    def is_delay_untold(self) -> bool:
        """Whether nobody told anything since the day it should have been done: that a term was told is no news then."""
        due = self.due_on
        return self.is_late and due is not None and not any(term.told_on and term.told_on >= due for term in self.terms)

    @property
    def standing(self) -> Standing:
        """Where it stands."""
        if self.kept_on is not None:
            return Standing.KEPT_LATE if self.is_kept_late else Standing.KEPT
        return Standing.LATE if self.is_late else Standing.OPEN

    @property
    def is_urgent(self) -> bool:
        """Whether it stands on top."""
        return self.is_late

    @property
    def day(self) -> dt.date | None:
        """The day it stands under in the timeline."""
        return self.kept_on or self.made_on or self.due_on


@dataclass(frozen=True, slots=True)
class Pause:
    """Days on which the municipality waited for the applicant; `until` is exclusive, None while it lasts."""

    since: dt.date
    until: dt.date | None
    reason: str | None

    @property
    def days(self) -> int:
        """How many days it lasted, until today when it still does."""
        return max(0, ((self.until or clock.today()) - self.since).days)


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision that was or is waited for; `others` counts the other initiatives that wait for the same."""

    id: str
    name: str
    decision_kind: DecisionKind | None
    asked_on: dt.date | None
    legal_due_on: dt.date | None
    expected_on: dt.date | None
    decided_on: dt.date | None
    outcome: str | None
    reason: str | None
    deciders: tuple[Mention, ...]
    waiting: tuple[Mention, ...]
    pauses: tuple[Pause, ...]

    def on(self, day: dt.date) -> Decision | None:
        """As it stood on `day`, with the pauses until then; None before it was asked for, if known."""
        first = min((each for each in (self.asked_on, self.decided_on) if each), default=None)
        if first is not None and first > day:
            return None
        pauses = [each for each in self.pauses if each.since <= day]
        stood = replace(
            self,
            pauses=tuple(replace(each, until=None) if each.until and each.until > day else each for each in pauses),
        )
        if self.decided_on is None or self.decided_on <= day:
            return stood
        return replace(stood, decided_on=None, outcome=None, reason=None)

    @property
    def entry(self) -> str:
        """How the timeline shows it."""
        return "decision"

    @property
    def is_waiting(self) -> bool:
        """Whether it is still to be taken."""
        return self.decided_on is None

    @property
    def paused_since(self) -> dt.date | None:
        """Since when the clock stands still, waiting for the applicant."""
        return next((pause.since for pause in self.pauses if pause.until is None), None) if self.is_waiting else None

    @property
    def days_waited(self) -> int:
        """Days from the question to the decision or today, without the days that waited for the applicant."""
        if self.asked_on is None:
            return 0
        days = ((self.decided_on or clock.today()) - self.asked_on).days
        return max(0, days - sum(pause.days for pause in self.pauses))

    @property
    def due_by_law(self) -> dt.date | None:
        """The last day of the legal term, moved along with the pauses."""
        if self.legal_due_on is None:
            return None
        return self.legal_due_on + dt.timedelta(days=sum(pause.days for pause in self.pauses))

    @property
    def is_past_term(self) -> bool:
        """Whether the legal term passed, pauses counted, while the clock runs."""
        due = self.due_by_law
        return self.is_waiting and self.paused_since is None and due is not None and due < clock.today()

    @property
    def is_past_expected(self) -> bool:
        """Whether the day that was named passed without a decision."""
        return self.is_waiting and self.expected_on is not None and self.expected_on < clock.today()

    @property
    def is_urgent(self) -> bool:
        """Whether it stands on top: waited for, and not for the applicant."""
        return self.is_waiting

    @property
    def waits_long(self) -> bool:
        """Whether it counts as urgent for staff: eight weeks or more, and the clock runs."""
        return self.is_waiting and self.paused_since is None and self.days_waited >= LONG_WAIT

    @property
    def day(self) -> dt.date | None:
        """The day it stands under in the timeline."""
        return self.decided_on or self.asked_on


Entry = Contribution | Commitment | Decision

CONTRIBUTIONS = Read("timeline/contributions", Contribution)
COMMITMENTS = Read("timeline/commitments", Commitment)
DECISIONS = Read("timeline/decisions", Decision)


def of_initiative(tx: Transaction, *, actor: Actor, initiative_id: str) -> tuple[Entry, ...]:
    """The timeline of one initiative: what is late or waited for on top, then the newest first."""
    named = {"id": initiative_id, "visible": actor.visible}
    on = clock.today()
    entries: list[Entry] = [
        *DECISIONS.all(tx, **named, on=on),
        *COMMITMENTS.all(tx, **named, on=on),
        *CONTRIBUTIONS.all(tx, **named, on=on),
    ]
    if clock.is_past():
        entries = [stood for each in entries if (stood := each.on(on))]
    newest_first = sorted(entries, key=lambda each: each.day or dt.date.min, reverse=True)
    return tuple(sorted(newest_first, key=lambda each: not each.is_urgent))
