"""The versions of the assessment framework: read them, make a new one, adopt one."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph import audit, clock, records
from graph.assessments import criteria
from graph.assessments.criteria import Criterion, CriterionText
from graph.errors import Invalid
from graph.links import LinkField, Tie
from graph.mentions import Mention, missing
from graph.model import FrameworkState, Kind, Link, Visibility
from graph.properties import Reason
from graph.query import Read
from graph.remembering import remembered
from graph.rights import Permission

if TYPE_CHECKING:
    from graph.rights import Actor
    from graph.store import Transaction

BY = LinkField(Link.ADOPTED_BY, Kind.BODY)


@dataclass(frozen=True, slots=True)
class FrameworkInList:
    """One version, with how many criteria it has and how many assessments were made under it."""

    id: str
    name: str
    framework_state: FrameworkState
    adopted_on: dt.date | None
    until: dt.date | None
    criteria: int
    assessments: int


@dataclass(frozen=True, slots=True)
class Framework:
    """What stands on one version."""

    id: str
    version: int
    visibility: Visibility
    lang: str
    name: str
    description: str | None
    vision: str | None
    url: str | None
    adopted_on: dt.date | None
    until: dt.date | None
    framework_state: FrameworkState
    adopted_by: Mention | None


@dataclass(frozen=True, slots=True)
class FrameworkPage:
    """One version with its criteria, and all versions."""

    framework: Framework
    criteria: tuple[Criterion, ...]
    versions: tuple[FrameworkInList, ...]


@dataclass(frozen=True, slots=True)
class Other:
    """Another version that was adopted; `until` is exclusive, None while it holds."""

    id: str
    version: int
    framework_state: FrameworkState
    adopted_on: dt.date | None
    until: dt.date | None


VERSIONS = Read("assessments/frameworks", FrameworkInList)
FRAMEWORK = Read("assessments/framework", Framework)
ADOPTED = Read("assessments/adopted", Mention)
OTHERS = Read("assessments/others", Other)


@remembered
def frameworks(tx: Transaction, *, actor: Actor) -> tuple[FrameworkInList, ...]:
    """Every version this person may see: drafts, then from new to old."""
    return tuple(VERSIONS.all(tx, visible=actor.visible, **_day()))


def adopted(tx: Transaction, *, actor: Actor) -> Mention | None:
    """The version that holds on the day that is shown; None when the council adopted none."""
    return ADOPTED.maybe(tx, visible=actor.visible, past=clock.past())


def version_page(tx: Transaction, *, actor: Actor, framework_id: str) -> FrameworkPage:
    """One version with its criteria; raises NotFound."""
    framework = FRAMEWORK.maybe(tx, id=framework_id, visible=actor.visible, **_day())
    if framework is None:
        missing(tx, actor=actor, record_id=framework_id)
    return FrameworkPage(framework, criteria.of_framework(tx, framework_id=framework_id), frameworks(tx, actor=actor))


def _day() -> dict[str, dt.date | None]:
    return {"on": clock.today(), "past": clock.past()}


def new_version(tx: Transaction, *, actor: Actor, framework_id: str, name: str, new_id: str | None = None) -> str:
    """Copy a version with its criteria to a draft called `name`, and return the id; raises NotAllowed, NotFound."""
    old = version_page(tx, actor=actor, framework_id=framework_id)
    made = records.add(
        tx,
        actor=actor,
        kind=Kind.ASSESSMENT_FRAMEWORK,
        properties={
            "name": name,
            "description": old.framework.description,
            "vision": old.framework.vision,
            "framework_state": FrameworkState.DRAFT,
        },
        record_id=new_id,
    )
    if not criteria.of_framework(tx, framework_id=made):
        for each in old.criteria:
            text = CriterionText(each.name, each.description)
            criteria.add_criterion(tx, actor=actor, framework_id=made, text=text)
    return made


def adopt(
    tx: Transaction,
    *,
    actor: Actor,
    framework_id: str,
    version: int,
    on: dt.date,
    body_id: str,
    url: str | None = None,
) -> None:
    """Record that `body_id` adopted the version on `on`: it is published and closed, and the earlier one retires.

    A version that was followed by another already retires on the day that one was adopted.
    Raises Invalid when the day is to come, there are no criteria or it was adopted already, Conflict, NotAllowed,
    NotFound.
    """
    actor.must(Permission.EDIT_RECORDS)
    if on > clock.today():
        raise Invalid("adopted_on", Reason.IN_FUTURE)
    questions = criteria.of_framework(tx, framework_id=framework_id)
    if not questions:
        raise Invalid("criteria", Reason.MISSING)
    for each in questions:
        if each.visibility is not Visibility.PUBLISHED:
            records.show(tx, actor=actor, record_id=each.id, version=each.version, visibility=Visibility.PUBLISHED)
    records.show(tx, actor=actor, record_id=framework_id, version=version, visibility=Visibility.PUBLISHED)
    others = OTHERS.all(tx, id=framework_id)
    followed_on = min((each.adopted_on for each in others if each.adopted_on and each.adopted_on > on), default=None)
    state = FrameworkState.ADOPTED if followed_on is None else FrameworkState.RETIRED
    records.change(
        tx,
        actor=actor,
        record_id=framework_id,
        version=version + 1,
        properties={"framework_state": state, "adopted_on": on, "until": followed_on, "url": url},
        ties={BY: [Tie(body_id, since=on)]},
    )
    for old in others:
        if (old.adopted_on is None or old.adopted_on <= on) and (old.until is None or old.until > on):
            _retire(tx, actor, old, on)


def _retire(tx: Transaction, actor: Actor, old: Other, on: dt.date) -> None:
    # `graph.records` refuses every change of an adopted version; this one is what the council's new decision means.
    records.HOLD.run(tx, id=old.id)
    properties = {"framework_state": FrameworkState.RETIRED.value, "until": on}
    records.CHANGE.run(tx, id=old.id, properties=properties, at=clock.now())
    before = {"framework_state": old.framework_state.value, "until": old.until}
    lines = audit.differences(old.id, before, properties, action="change")
    audit.write(tx, actor=actor, lines=lines, version=old.version + 1)
