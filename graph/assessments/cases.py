"""One assessment: begin it, fill it in, decide, and tell the initiative."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from graph import audit, clock, records
from graph.assessments.frameworks import adopted
from graph.assessments.similar import Answer, Similar, closest, deviates, similar
from graph.errors import Invalid, NotFound
from graph.links import LinkField, Tie
from graph.mentions import Mention, missing
from graph.model import FrameworkState, Kind, Link, Outcome, Verdict, Visibility
from graph.properties import Reason
from graph.query import Read
from graph.rights import Permission

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.rights import Actor
    from graph.store import Transaction

ABOUT = LinkField(Link.JUDGES, Kind.INITIATIVE)
UNDER = LinkField(Link.UNDER, Kind.ASSESSMENT_FRAMEWORK)
ANSWERS = LinkField(Link.ANSWERS, Kind.CRITERION)
BESIDE = LinkField(Link.COMPARED_WITH, Kind.ASSESSMENT)


@dataclass(frozen=True, slots=True)
class Case:
    """What stands on the assessment, with its initiative and its framework."""

    id: str
    version: int
    visibility: Visibility
    lang: str
    name: str
    outcome: Outcome | None
    motivation: str | None
    deviation: str | None
    asked_on: dt.date | None
    decided_on: dt.date | None
    told_on: dt.date | None
    until: dt.date | None
    initiative: Mention
    framework: Mention
    framework_state: FrameworkState | None
    adopted_on: dt.date | None

    @property
    def days(self) -> int | None:
        """Calendar days from the question to the outcome."""
        return (self.decided_on - self.asked_on).days if self.decided_on and self.asked_on else None


@dataclass(frozen=True, slots=True)
class Compared:
    """An earlier assessment that was laid beside this one."""

    id: str
    name: str
    outcome: Outcome | None
    decided_on: dt.date | None


@dataclass(frozen=True, slots=True)
class Recipient:
    """To whom the outcome is told by mail; never on a public page."""

    name: str
    email: str


@dataclass(frozen=True, slots=True)
class AssessmentPage:
    """One assessment; `similar` is empty for who may not edit, and once the outcome was told."""

    case: Case
    answers: tuple[Answer, ...]
    compared: tuple[Compared, ...]
    similar: tuple[Similar, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """What somebody filled in so far; `answers` by the id of the criterion."""

    asked_on: dt.date | None = None
    decided_on: dt.date | None = None
    outcome: Outcome | None = None
    motivation: str | None = None
    deviation: str | None = None
    answers: Mapping[str, tuple[Verdict | None, str | None]] = field(default_factory=dict)


CASE = Read("assessments/case", Case)
GIVEN = Read("assessments/answers", Answer)
COMPARED = Read("assessments/compared", Compared)
RECIPIENT = Read("assessments/recipient", Recipient)


def page(tx: Transaction, *, actor: Actor, assessment_id: str) -> AssessmentPage:
    """One assessment as this person may see it; raises NotFound, also before it was asked for."""
    on = clock.today()
    case = CASE.maybe(tx, id=assessment_id, visible=actor.visible, on=on, past=clock.past())
    if case is None:
        missing(tx, actor=actor, record_id=assessment_id)
    answers, is_open = GIVEN.all(tx, id=assessment_id, on=on), case.decided_on is None
    if clock.is_past() and is_open:  # what was decided later was not answered yet
        answers = [replace(each, answer=None, because=None) for each in answers]
    beside = actor.may(Permission.EDIT_RECORDS) and case.told_on is None
    return AssessmentPage(
        case=case,
        answers=tuple(answers),
        compared=() if is_open else tuple(COMPARED.all(tx, id=assessment_id, visible=actor.visible, on=on)),
        similar=similar(tx, actor=actor, assessment_id=assessment_id) if beside else (),
    )


def begin(tx: Transaction, *, actor: Actor, initiative_id: str, name: str, assessment_id: str | None = None) -> str:
    """Begin an assessment under the version that holds today and return its id.

    Raises Invalid when the council adopted no version, NotAllowed, NotFound.
    """
    actor.must(Permission.EDIT_RECORDS)
    framework = adopted(tx, actor=actor)
    if framework is None:
        raise Invalid("framework", Reason.NOT_ADOPTED)
    return records.add(
        tx,
        actor=actor,
        kind=Kind.ASSESSMENT,
        properties={"name": name},
        ties={ABOUT: [Tie(initiative_id)], UNDER: [Tie(framework.id)]},
        record_id=assessment_id,
    )


def save(tx: Transaction, *, actor: Actor, assessment_id: str, version: int, draft: Draft) -> None:
    """Keep what is filled in so far, to finish later; a decision taken before is open again.

    Raises Invalid (a value does not fit, or the outcome was told), Conflict, NotAllowed, NotFound.
    """
    _must_be_past(draft)
    _write(tx, actor, assessment_id, version, draft, decided_on=None, beside=[])


def decide(tx: Transaction, *, actor: Actor, assessment_id: str, version: int, draft: Draft) -> None:
    """Record the outcome, with the cases it was compared with.

    Every criterion needs an answer and a reason, the outcome a motivation, and a reason when it `deviates`. Raises
    Invalid with the field (`answer-ID`, `because-ID` for a criterion), Conflict, NotAllowed, NotFound.
    """
    actor.must(Permission.EDIT_RECORDS)
    _must_be_past(draft)
    decided_on = draft.decided_on or clock.today()
    for name in ("asked_on", "outcome", "motivation"):
        if not str(getattr(draft, name) or "").strip():
            raise Invalid(name, Reason.MISSING)
    for each in GIVEN.all(tx, id=assessment_id, on=clock.today()):
        answer, because = draft.answers.get(each.criterion_id, (None, None))
        if answer is None:
            raise Invalid(f"answer-{each.criterion_id}", Reason.MISSING)
        if not (because or "").strip():
            raise Invalid(f"because-{each.criterion_id}", Reason.MISSING)
    near = closest(similar(tx, actor=actor, assessment_id=assessment_id, decided_on=decided_on))
    if draft.outcome and deviates(draft.outcome, near) and not (draft.deviation or "").strip():
        raise Invalid("deviation", Reason.DEVIATES)
    _write(tx, actor, assessment_id, version, draft, decided_on=decided_on, beside=[each.id for each in near])


def tell(tx: Transaction, *, actor: Actor, assessment_id: str, version: int, on: dt.date) -> None:
    """Record that the initiative was told on `on`; from then on the assessment stays as it is.

    Raises Invalid (nothing decided, the day is to come or before the decision), Conflict, NotAllowed, NotFound.
    """
    case = CASE.one(tx, id=assessment_id, visible=actor.visible, on=clock.today(), past=None)
    if case.decided_on is None:
        raise Invalid("told_on", Reason.NOT_DECIDED)
    if on > clock.today():
        raise Invalid("told_on", Reason.IN_FUTURE)
    if on < case.decided_on:
        raise Invalid("told_on", Reason.TOO_EARLY)
    records.change(tx, actor=actor, record_id=assessment_id, version=version, properties={"told_on": on})


def untell(tx: Transaction, *, actor: Actor, assessment_id: str, on: dt.date) -> None:
    """Take back that it was told on `on`, for a mail that did not go; nothing happens when that is not said any more.

    Whoever published it meanwhile finds a draft again: nothing is public before it was told.
    Raises NotAllowed, NotFound.
    """
    actor.must(Permission.EDIT_RECORDS)
    records.HOLD.run(tx, id=assessment_id)
    now = records.CURRENT.maybe(tx, id=assessment_id)
    if now is None:
        raise NotFound(assessment_id)
    if now.kind is not Kind.ASSESSMENT or now.properties.get("told_on") != on:
        return
    back = {"told_on": None, "visibility": Visibility.DRAFT.value}
    lines = audit.differences(assessment_id, now.properties, back, action="untell")
    records.CHANGE.run(tx, id=assessment_id, properties=back, at=clock.now())
    audit.write(tx, actor=actor, lines=lines, version=now.version + 1)


def recipient(tx: Transaction, *, actor: Actor, assessment_id: str) -> Recipient | None:
    """Where the outcome goes: the address of the initiative, else of who undertakes it; raises NotAllowed."""
    actor.must(Permission.EDIT_RECORDS)
    return RECIPIENT.maybe(tx, id=assessment_id)


def _must_be_past(draft: Draft) -> None:
    for name in ("asked_on", "decided_on"):
        day = getattr(draft, name)
        if day and day > clock.today():
            raise Invalid(name, Reason.IN_FUTURE)
    if draft.asked_on and draft.decided_on and draft.decided_on < draft.asked_on:
        raise Invalid("decided_on", Reason.TOO_EARLY)


def _write(
    tx: Transaction,
    actor: Actor,
    assessment_id: str,
    version: int,
    draft: Draft,
    *,
    decided_on: dt.date | None,
    beside: list[str],
) -> None:
    properties: dict[str, Any] = {
        "asked_on": draft.asked_on,
        "decided_on": decided_on,
        "outcome": draft.outcome,
        "motivation": draft.motivation,
        "deviation": draft.deviation,
    }
    given = [
        Tie(criterion_id, {"answer": answer, "because": because})
        for criterion_id, (answer, because) in draft.answers.items()
        if answer is not None or (because or "").strip()
    ]
    records.change(
        tx,
        actor=actor,
        record_id=assessment_id,
        version=version,
        properties=properties,
        ties={ANSWERS: given, BESIDE: [Tie(each) for each in beside]},
    )
