"""What is done with a requirement of one initiative: ask why, answer, say that it is met or dropped.

The question and its clock stand on the link between the two; an earlier question stays in the audit trail.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graph import audit, clock, links
from graph.errors import Invalid
from graph.model import LINK, Kind, Link, RequirementState
from graph.properties import Reason, checked_link, clean_text
from graph.records import HOLD
from graph.requirements.page import one_hit, own
from graph.rights import Permission

if TYPE_CHECKING:
    from graph.requirements.page import Hit, Must
    from graph.rights import Actor
    from graph.store import Transaction

LONGEST_QUESTION = 2_000


def ask(tx: Transaction, *, actor: Actor, initiative_id: str, requirement_id: str, question: str | None = None) -> None:
    """Ask why it is required and what can be done; the clock starts today.

    Asking while a question waits changes nothing. Raises NotAllowed unless the initiative is one's own, NotFound,
    Invalid when the requirement is met or dropped already, or the question too long.
    """
    _hold(tx, initiative_id)
    now = own(tx, actor=actor, initiative_id=initiative_id, requirement_id=requirement_id)
    if now.is_waiting:
        return
    if now.state is not RequirementState.OPEN:
        raise Invalid("question", Reason.NOT_A_CHOICE)
    text = clean_text("question", question or "", longest=LONGEST_QUESTION)
    asked = {"questioned_on": clock.today(), "question": text, "answered_on": None, "answer": None}
    _write(tx, actor, initiative_id, requirement_id, now, asked, action="question")


def answer(tx: Transaction, *, actor: Actor, initiative_id: str, requirement_id: str, text: str) -> None:
    """Answer the question and stop its clock, or mend the answer that was given (its day stays).

    Raises NotAllowed, NotFound, Invalid when nothing was asked or the answer is empty.
    """
    actor.must(Permission.EDIT_RECORDS)
    _hold(tx, initiative_id)
    _, now = one_hit(tx, actor=actor, requirement_id=requirement_id, initiative_id=initiative_id)
    if now.questioned_on is None:
        raise Invalid("answer", Reason.UNKNOWN)
    said = clean_text("answer", text)
    if said is None:
        raise Invalid("answer", Reason.MISSING)
    given = {"answered_on": now.answered_on or clock.today(), "answer": said}
    _write(tx, actor, initiative_id, requirement_id, now, given, action="answer")


def mark(tx: Transaction, *, actor: Actor, initiative_id: str, requirement_id: str, state: RequirementState) -> None:
    """Say where the initiative stands with the requirement; raises NotAllowed, NotFound."""
    actor.must(Permission.EDIT_RECORDS)
    _hold(tx, initiative_id)
    _, now = one_hit(tx, actor=actor, requirement_id=requirement_id, initiative_id=initiative_id)
    if now.state is not state:
        _write(tx, actor, initiative_id, requirement_id, now, {"requirement_state": state}, action="mark")


def _hold(tx: Transaction, initiative_id: str) -> None:
    """Two people who act at once go one after the other."""
    HOLD.run(tx, id=initiative_id)


def _write(
    tx: Transaction,
    actor: Actor,
    initiative_id: str,
    requirement_id: str,
    now: Must | Hit,
    given: dict[str, Any],
    *,
    action: str,
) -> None:
    values = checked_link(LINK[Link.MUST_MEET].properties, given)
    row = {
        "type": Link.MUST_MEET.value,
        "start_id": initiative_id,
        "start_kind": Kind.INITIATIVE.value,
        "end_id": requirement_id,
        "end_kind": Kind.REQUIREMENT.value,
    }
    links.CHANGE.run(tx, links=[row | {"properties": values}])
    before = {name: getattr(now, "state" if name == "requirement_state" else name) for name in values}
    lines = audit.differences(requirement_id, before, values, action=action)
    lines += audit.differences(initiative_id, before, values, action=action)
    audit.write(tx, actor=actor, lines=lines)
