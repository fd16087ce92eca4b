"""The criteria of a version of the framework, while it is a draft."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph import clock, records
from graph.errors import NotFound
from graph.links import LinkField, Tie
from graph.model import Kind, Link, Visibility
from graph.query import Read

if TYPE_CHECKING:
    from graph.rights import Actor
    from graph.store import Transaction

OF_FRAMEWORK = LinkField(Link.PART_OF, Kind.ASSESSMENT_FRAMEWORK)


@dataclass(frozen=True, slots=True)
class Criterion:
    """One question of a framework, at its place."""

    id: str
    version: int
    visibility: Visibility
    name: str
    description: str | None
    position: int


@dataclass(frozen=True, slots=True)
class CriterionText:
    """What somebody writes for a criterion."""

    name: str
    description: str | None = None


CRITERIA = Read("assessments/criteria", Criterion)


def of_framework(tx: Transaction, *, framework_id: str) -> tuple[Criterion, ...]:
    """The criteria of one version, in their order."""
    return tuple(CRITERIA.all(tx, id=framework_id, on=clock.today()))


def add_criterion(
    tx: Transaction, *, actor: Actor, framework_id: str, text: CriterionText, criterion_id: str | None = None
) -> str:
    """Add one at the end and return its id; raises Invalid when the version was adopted, NotAllowed, NotFound."""
    there = of_framework(tx, framework_id=framework_id)
    return records.add(
        tx,
        actor=actor,
        kind=Kind.CRITERION,
        properties={
            "name": text.name,
            "description": text.description,
            "position": max((each.position for each in there), default=0) + 1,
        },
        ties={OF_FRAMEWORK: [Tie(framework_id)]},
        record_id=criterion_id,
    )


def change_criterion(
    tx: Transaction, *, actor: Actor, framework_id: str, criterion_id: str, version: int, text: CriterionText
) -> None:
    """Write it differently; raises Invalid when the version was adopted, Conflict, NotAllowed, NotFound."""
    _one(tx, framework_id, criterion_id)
    properties = {"name": text.name, "description": text.description}
    records.change(tx, actor=actor, record_id=criterion_id, version=version, properties=properties)


def drop_criterion(tx: Transaction, *, actor: Actor, framework_id: str, criterion_id: str) -> None:
    """Take it out of the draft; raises Invalid when the version was adopted, NotAllowed, NotFound."""
    there = _one(tx, framework_id, criterion_id)
    records.remove(tx, actor=actor, record_id=criterion_id, version=there.version)


def move(tx: Transaction, *, actor: Actor, framework_id: str, criterion_id: str, up: bool) -> None:
    """Let it change places with the one before or after it; raises Invalid when adopted, NotAllowed, NotFound."""
    this = _one(tx, framework_id, criterion_id)
    row = list(of_framework(tx, framework_id=framework_id))
    place = row.index(this)
    other = place - 1 if up else place + 1
    if not 0 <= other < len(row):
        return
    row[place], row[other] = row[other], row[place]
    for number, each in enumerate(row, start=1):
        if each.position != number:
            records.change(tx, actor=actor, record_id=each.id, version=each.version, properties={"position": number})


def _one(tx: Transaction, framework_id: str, criterion_id: str) -> Criterion:
    for each in of_framework(tx, framework_id=framework_id):
        if each.id == criterion_id:
            return each
    raise NotFound(criterion_id)
