"""Records for tests, made through the functions of the graph: `given.initiative(name="De Kavel", goals=[goal])`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graph import records
from graph.bridges import life, standing
from graph.links import LinkField, Tie
from graph.model import Kind, Link, Visibility
from graph.rights import SYSTEM

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.store import Graph

_ENDS: dict[str, LinkField] = {
    "goals": LinkField(Link.CONTRIBUTES_TO, Kind.GOAL),
    "themes": LinkField(Link.HAS_THEME, Kind.THEME),
    "areas": LinkField(Link.LOCATED_IN, Kind.AREA),
    "partners": LinkField(Link.PARTNERS_IN, Kind.ORGANISATION, outgoing=False),
    "initiators": LinkField(Link.INITIATES, Kind.ORGANISATION, outgoing=False),
    "initiating_people": LinkField(Link.INITIATES, Kind.PERSON, outgoing=False),
    "departments": LinkField(Link.HANDLED_BY, Kind.DEPARTMENT),
    "keeper": LinkField(Link.KEEPS, Kind.PERSON, outgoing=False),
    "contact": LinkField(Link.CONTACT_FOR, Kind.PERSON, outgoing=False),
    "notes": LinkField(Link.DERIVED_FROM, Kind.POLICY_NOTE),
    "adopted_by": LinkField(Link.ADOPTED_BY, Kind.BODY),
    "holder": LinkField(Link.PORTFOLIO_HOLDER_OF, Kind.PERSON, outgoing=False),
    "account_holder": LinkField(Link.ACCOUNT_HOLDER_OF, Kind.PERSON, outgoing=False),
    "works_for": LinkField(Link.WORKS_FOR, Kind.DEPARTMENT),
    "works_for_organisation": LinkField(Link.WORKS_FOR, Kind.ORGANISATION),
    "given_to": LinkField(Link.TO, Kind.INITIATIVE),
    "under": LinkField(Link.UNDER, Kind.SUBSIDY_SCHEME),
    "serves": LinkField(Link.SERVES, Kind.GOAL),
    "judges": LinkField(Link.JUDGES, Kind.INITIATIVE),
    "weighed_by": LinkField(Link.UNDER, Kind.ASSESSMENT_FRAMEWORK),
    "given_by_person": LinkField(Link.GIVES, Kind.PERSON, outgoing=False),
    "given_by": LinkField(Link.GIVES, Kind.DEPARTMENT, outgoing=False),
    "made_by": LinkField(Link.MADE, Kind.DEPARTMENT, outgoing=False),
    "promised_by": LinkField(Link.MADE, Kind.PERSON, outgoing=False),
    "promised_to": LinkField(Link.TO, Kind.BODY),
    "concerns": LinkField(Link.CONCERNS, Kind.GOAL),
    "decided_by": LinkField(Link.DECIDES, Kind.DEPARTMENT, outgoing=False),
    "decided_by_person": LinkField(Link.DECIDES, Kind.PERSON, outgoing=False),
    "must_meet": LinkField(Link.MUST_MEET, Kind.INITIATIVE, outgoing=False),
    "set_by": LinkField(Link.SETS, Kind.DEPARTMENT, outgoing=False),
    "about": LinkField(Link.ABOUT, Kind.INITIATIVE),
    "about_organisations": LinkField(Link.ABOUT, Kind.ORGANISATION),
    "about_people": LinkField(Link.ABOUT, Kind.PERSON),
    "held_by": LinkField(Link.HELD, Kind.PERSON, outgoing=False),
    "achieved_by": LinkField(Link.ACHIEVED, Kind.INITIATIVE, outgoing=False),
    "counts_for": LinkField(Link.COUNTS_FOR, Kind.GOAL),
    "learned_by": LinkField(Link.LEARNED, Kind.INITIATIVE, outgoing=False),
    "interested": LinkField(Link.HAS_INTEREST_IN, Kind.ORGANISATION, outgoing=False),
    "interested_people": LinkField(Link.HAS_INTEREST_IN, Kind.PERSON, outgoing=False),
    "waiting": LinkField(Link.WAITS_FOR, Kind.INITIATIVE, outgoing=False),
    "needed_by": LinkField(Link.NEEDS, Kind.INITIATIVE, outgoing=False),
    "offered_by": LinkField(Link.OFFERS, Kind.INITIATIVE, outgoing=False),
    "needed_by_organisation": LinkField(Link.NEEDS, Kind.ORGANISATION, outgoing=False),
    "offered_by_organisation": LinkField(Link.OFFERS, Kind.ORGANISATION, outgoing=False),
}
_PARENT: dict[Kind, LinkField] = {
    Kind.GOAL: LinkField(Link.PART_OF, Kind.GOAL),
    Kind.AREA: LinkField(Link.PART_OF, Kind.AREA),
    Kind.THEME: LinkField(Link.NARROWER_THAN, Kind.THEME),
    Kind.DEPARTMENT: LinkField(Link.PART_OF, Kind.ORGANISATION),
    Kind.CRITERION: LinkField(Link.PART_OF, Kind.ASSESSMENT_FRAMEWORK),
}


class Given:
    """Makes records, published unless told otherwise, and returns their ids."""

    def __init__(self, graph: Graph) -> None:
        """Write to `graph`."""
        self.graph = graph
        self.made = 0
        self.actor = SYSTEM

    def record(
        self, kind: Kind, *, visibility: Visibility = Visibility.PUBLISHED, parent: str | None = None, **named: Any
    ) -> str:
        """A record of `kind`; names of `_ENDS` take ids or `Tie`s, other names are properties."""
        self.made += 1
        ties = {_ENDS[name]: list(_ties(named.pop(name))) for name in list(named) if name in _ENDS}
        if parent:
            ties[_PARENT[kind]] = [Tie(parent)]
        named.setdefault("name", f"{kind.value} {self.made}")
        return self.graph.write(
            records.add, actor=SYSTEM, kind=kind, properties=named, ties=ties, visibility=visibility
        )

    def initiative(self, **named: Any) -> str:
        """An initiative."""
        return self.record(Kind.INITIATIVE, **named)

    def organisation(self, **named: Any) -> str:
        """An organisation."""
        return self.record(Kind.ORGANISATION, **named)

    def person(self, **named: Any) -> str:
        """A person."""
        return self.record(Kind.PERSON, **named)

    def goal(self, **named: Any) -> str:
        """A goal; `parent=` hangs it in the tree."""
        return self.record(Kind.GOAL, **named)

    def theme(self, **named: Any) -> str:
        """A theme; `parent=` names the broader one."""
        return self.record(Kind.THEME, **named)

    def area(self, **named: Any) -> str:
        """An area; `parent=` names the one around it."""
        return self.record(Kind.AREA, **named)

    def department(self, **named: Any) -> str:
        """A team."""
        return self.record(Kind.DEPARTMENT, **named)

    def note(self, **named: Any) -> str:
        """A policy note."""
        return self.record(Kind.POLICY_NOTE, **named)

    def scheme(self, **named: Any) -> str:
        """A subsidy scheme."""
        return self.record(Kind.SUBSIDY_SCHEME, **named)

    def contribution(self, **named: Any) -> str:
        """A contribution."""
        return self.record(Kind.CONTRIBUTION, **named)

    def need(self, **named: Any) -> str:
        """What an initiative seeks."""
        return self.record(Kind.NEED, **named)

    def offer(self, **named: Any) -> str:
        """What an initiative offers."""
        return self.record(Kind.OFFER, **named)


def _ties(ends: str | Iterable[str | Tie]) -> Iterable[Tie]:
    for end in [ends] if isinstance(ends, str) else ends:
        yield end if isinstance(end, Tie) else Tie(end)


def undo_bridge(graph: Graph, a: str, b: str, *, because: str = "") -> None:
    """Take back the last step of a bridge, as somebody does who sees it."""
    last = graph.read(standing.of, actor=SYSTEM, a=a, b=b)
    assert last is not None
    assert last.step_id is not None
    graph.write(life.undo, actor=SYSTEM, a=a, b=b, step_id=last.step_id, because=because)
