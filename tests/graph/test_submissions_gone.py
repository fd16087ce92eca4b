"""What was sent about an initiative that was merged or removed since: the survivor gets it, or it is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph import accounts, duplicates, records, sessions, submissions
from graph.errors import NotFound
from graph.ids import new_id
from graph.rights import SYSTEM, Actor, Role
from graph.submissions import Claim, Sender, Sent, State

if TYPE_CHECKING:
    from graph.store import Graph
    from tests.given import Given

CARLA = Actor("Carla", "moderator", None, frozenset({Role.BRIDGE_BUILDER}))


class Town:
    """An initiative with a proposed change by its initiator, a claim on it, and a question to meet it."""

    def __init__(self, graph: Graph, given: Given) -> None:
        self.graph, self.given = graph, given
        person = given.person(name="Ine")
        self.garden = given.initiative(name="De Tuin", summary="Oud", initiating_people=[person])
        account = graph.write(
            accounts.add,
            actor=SYSTEM,
            email="ine@example.org",
            password=None,
            person_id=person,
            roles=[Role.INITIATOR],
        )
        self.ine = Actor("Ine", account, person, frozenset({Role.INITIATOR}))
        self.change, self.claim, self.meet = new_id(), new_id(), new_id()
        proposed = {"initiative_id": self.garden, "version": 1, "properties": {"summary": "Nieuw"}}
        graph.write(submissions.propose, actor=self.ine, submission_id=self.change, **proposed)
        by, token = Sender("Bea Verzonnen", "bea@example.org"), sessions.new_token()
        mine = {"initiative_id": self.garden, "draft": Claim("Ik ben voorzitter."), "token": token}
        graph.write(submissions.claim, submission_id=self.claim, by=by, **mine)
        graph.write(submissions.confirm, token=token)
        pair = {"from_id": given.initiative(name="De Kas"), "to_id": self.garden}
        graph.write(
            submissions.introduce, submission_id=self.meet, by=by, message="Samen zaaien?", sent_to=None, **pair
        )

    def merge(self, survivor: str, loser: str, *versions: int) -> None:
        given = dict(zip(("survivor_version", "loser_version"), versions, strict=True))
        self.graph.write(duplicates.merge, actor=SYSTEM, survivor_id=survivor, loser_id=loser, **given)

    def read(self, submission_id: str) -> Sent:
        return self.graph.read(submissions.read, actor=CARLA, submission_id=submission_id)

    def names(self) -> dict[str, str | None]:
        """What the list and the page of the initiator say that each is about."""
        listed = self.graph.read(submissions.listing, actor=CARLA).rows
        (own,) = self.graph.read(submissions.page, actor=self.ine).proposals
        found = {each.submission.id: each.about.name if each.about else None for each in listed}
        return found | {"own": own.about.name if own.about else None}


@pytest.fixture
def town(graph: Graph, given: Given) -> Town:
    return Town(graph, given)


def test_after_two_merges_all_of_it_is_about_the_last(town: Town) -> None:
    middle, last = town.given.initiative(name="Tuintje"), town.given.initiative(name="De Grote Tuin", summary="Anders")
    town.merge(middle, town.garden, 1, 1)
    town.merge(last, middle, 1, 2)
    assert town.names() == {
        town.change: "De Grote Tuin",
        town.claim: "De Grote Tuin",
        town.meet: "De Kas",
        "own": "De Grote Tuin",
    }
    meet = town.read(town.meet)
    assert (meet.other.id if meet.other else None, meet.was) == (last, None)
    for each in (town.change, town.claim):
        sent = town.read(each)
        assert (sent.about.id if sent.about else None, sent.was.name if sent.was else None) == (last, "De Tuin")
    now = town.graph.read(records.read, actor=SYSTEM, record_id=last)
    changed = town.graph.write(submissions.accept_change, actor=CARLA, submission_id=town.change, version=now.version)
    claimed = town.graph.write(submissions.accept_claim, actor=CARLA, submission_id=town.claim, token="x")
    for answer in (changed, claimed):
        assert (answer.name, answer.was, answer.made_id) == ("De Grote Tuin", "De Tuin", last)
    assert town.graph.read(records.read, actor=SYSTEM, record_id=last).properties["summary"] == "Nieuw"
    bea = town.graph.read(accounts.by_email, actor=SYSTEM, email="bea@example.org")
    assert bea is not None
    actor = Actor("Bea", bea.id, bea.person_id, bea.roles)
    assert [each.initiative.id for each in town.graph.read(submissions.page, actor=actor).parts] == [last]


def test_what_was_removed_is_not_there_and_can_only_be_refused(town: Town) -> None:
    town.graph.write(records.remove, actor=SYSTEM, record_id=town.garden, version=1)
    assert town.names() == {town.change: None, town.claim: None, town.meet: "De Kas", "own": None}
    assert town.read(town.meet).other is None
    with pytest.raises(NotFound):
        town.graph.write(submissions.accept_change, actor=CARLA, submission_id=town.change, version=1)
    with pytest.raises(NotFound):
        town.graph.write(submissions.accept_claim, actor=CARLA, submission_id=town.claim, token="x")
    for each in (town.change, town.claim):
        sent = town.read(each)
        assert (sent.about, sent.was.name if sent.was else None) == (None, "De Tuin")
        answer = town.graph.write(submissions.refuse, actor=CARLA, submission_id=each, reason="Gestopt")
        assert answer.name == "De Tuin"
        assert town.read(each).submission.state is State.REFUSED


def test_a_survivor_that_was_removed_is_gone_too(town: Town) -> None:
    last = town.given.initiative(name="De Grote Tuin")
    town.merge(last, town.garden, 1, 1)
    town.graph.write(records.remove, actor=SYSTEM, record_id=last, version=2)
    sent = town.read(town.change)
    assert (sent.about, sent.was.name if sent.was else None) == (None, "De Tuin")
