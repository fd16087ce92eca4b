"""A task has the days of its link: who begins later does nothing yet, and who stops later still does it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest

from graph import clock, contacts, keepers, likely, records, signpost, statuses, today
from graph.bridges import inbox, page, path
from graph.links import Tie
from graph.model import PersonKind, Status
from graph.rights import SYSTEM, VISITOR, Actor, Role

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.store import Graph
    from tests.given import Given

STAFF = Actor(name="Carla Fictie", account_id="account", roles=frozenset({Role.BRIDGE_BUILDER}))
LONG_AGO = dt.date(2024, 1, 1)
LATER = clock.today() + dt.timedelta(days=30)


class Town:
    """Two initiatives with one contact person, who answers for their goal as well, on these days; and a third."""

    def __init__(self, graph: Graph, given: Given, days: dict[str, Any]) -> None:
        """Make them."""
        self.graph = graph
        self.official = given.person(
            name="Bram Bedacht", person_kind=PersonKind.OFFICIAL, function="adviseur", email="bram@example.org"
        )
        task = Tie(self.official, **days)
        goal = given.goal(name="Meer moestuinen", account_holder=[task])
        named = {"goals": [goal], "contact": [task], "status": Status.IDEA, "ended_on": LONG_AGO}
        self.first, self.second = (given.initiative(name=name, **named) for name in ("De Kavel", "De Tuin"))
        self.third = given.initiative(name="De Kas", goals=[goal])

    def read(self, work: Callable[..., Any], **named: Any) -> Any:
        return self.graph.read(work, actor=STAFF, **named)


def signpost_leads_to(town: Town) -> bool:
    advice = town.read(signpost.advice, question="moestuinen")
    return town.official in [each.guide.official.id for each in advice.answers]


def could_be_involved(town: Town) -> bool:
    return town.official in [each.id for each in town.read(likely.of_initiative, initiative_id=town.third).people]


def could_be_the_contact(town: Town) -> bool:
    found = town.read(contacts.proposed, initiative_ids=[town.third])
    return town.third in found and found[town.third].person.id == town.official


def works_there(town: Town) -> bool:
    (line,) = [each for each in town.read(today.day).without_contact if each.mention.id == town.third]
    return line.candidate is not None and line.candidate.id == town.official


def could_introduce(town: Town) -> bool:
    return town.official in [each.id for each in town.read(page.between, a=town.first, b=town.second).introducers]


def could_introduce_to_third(town: Town) -> bool:
    """Through the goal alone."""
    return town.official in [each.id for each in town.read(page.between, a=town.first, b=town.third).introducers]


def is_on_the_path(town: Town) -> bool:
    found = town.read(path.warmest, a=town.first, b=town.second)
    return found is not None and town.official in [each.id for each in found.steps]


def filters_bridges(town: Town) -> bool:
    return "Bram Bedacht" in town.read(inbox.read).suggested.facets[town.first].contacts


def stands_beside_the_status(town: Town) -> bool:
    rows = [each for each in town.read(statuses.doubted).rows if each.id == town.first]
    return [who.id for each in rows for who in each.contacts] == [town.official]


def is_asked_for_the_status(town: Town) -> bool:
    return [each.person_id for each in town.read(statuses.recipients, initiative_id=town.first)] == [town.official]


def has_two_initiatives(town: Town) -> bool:
    return [(each.person.id, each.contacts) for each in town.read(keepers.loads).rows] == [(town.official, 2)]


TOLD = (
    *(signpost_leads_to, could_be_involved, could_be_the_contact, works_there),
    *(could_introduce, could_introduce_to_third, is_on_the_path, filters_bridges),
    *(stands_beside_the_status, is_asked_for_the_status, has_two_initiatives),
)


@pytest.mark.parametrize("told", TOLD)
@pytest.mark.parametrize(
    ("days", "now"), [({"since": LONG_AGO, "until": LATER}, True), ({"since": LATER}, False)], ids=["until", "since"]
)
def test_a_task_counts_on_the_days_of_its_link(
    graph: Graph, given: Given, told: Callable[[Town], bool], days: dict[str, Any], *, now: bool
) -> None:
    town = Town(graph, given, days)
    assert told(town) is now
    with clock.at(clock.now() + dt.timedelta(days=30)):
        assert told(town) is not now


def test_who_left_is_not_named_where_another_answers_until_later(graph: Graph, given: Given) -> None:
    left, other = (given.person(person_kind=PersonKind.OFFICIAL, function=each) for each in ("adviseur", "collega"))
    given.theme(name="Moestuinen", account_holder=[left, Tie(other, since=LONG_AGO, until=LATER)])
    now = graph.read(records.read, actor=SYSTEM, record_id=left)
    graph.write(records.end, actor=SYSTEM, record_id=left, version=now.version, on=clock.today())
    advice = graph.read(signpost.advice, actor=VISITOR, question="moestuin")
    assert [each.guide.official.id for each in advice.answers] == [other]
