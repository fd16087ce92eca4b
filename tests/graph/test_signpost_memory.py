"""Somebody who was not the right person drops, staff can say otherwise, and nothing that was typed is kept."""

import datetime as dt

import pytest

from graph import clock, contacts, records, signpost
from graph.errors import NotAllowed
from graph.links import LinkField, Tie
from graph.model import Kind, Link, PersonKind
from graph.rights import SYSTEM, VISITOR
from graph.store import Graph
from tests.given import Given

QUESTION = "ik wil een moestuin met Pietje Puk"


def official(given: Given, function: str = "adviseur", **named: object) -> str:
    return given.person(person_kind=PersonKind.OFFICIAL, function=function, **named)


def two(given: Given) -> tuple[str, str]:
    first, second = official(given), official(given)
    long = dt.date(2020, 1, 1)
    given.theme(name="Moestuin", account_holder=[Tie(first, {"expertise": "moestuin en volkstuin"}, since=long)])
    given.theme(name="Openbaar groen", account_holder=[Tie(second, since=long)])
    return first, second


def asked(graph: Graph, question: str = QUESTION, *refused: str) -> list[str]:
    found = graph.read(signpost.advice, actor=VISITOR, question=question, refused=refused)
    return [answer.guide.official.id for answer in found.answers]


def test_who_is_refused_is_out_of_this_answer_and_drops_in_the_next(graph: Graph, given: Given) -> None:
    first, second = two(given)
    assert asked(graph) == [first, second]
    assert asked(graph, QUESTION, first) == [second]
    assert graph.write(signpost.wrong, actor=VISITOR, question=QUESTION, person_id=first, refused=())
    assert asked(graph) == [second, first]
    assert asked(graph, "volkstuin") == [first, second], "another question keeps its answer"


def test_staff_puts_back_and_takes_that_back(graph: Graph, given: Given) -> None:
    first, second = two(given)
    graph.write(signpost.wrong, actor=VISITOR, question=QUESTION, person_id=first, refused=())
    row = rows(graph)[0]
    assert (row.person.id, row.words, row.times) == (first, ("moestuin",), 1)
    graph.write(signpost.dismiss, actor=SYSTEM, person_id=first, stems=row.stems, right=True)
    assert asked(graph) == [first, second]
    assert rows(graph) == ()
    graph.write(signpost.dismiss, actor=SYSTEM, person_id=first, stems=row.stems, right=False)
    assert asked(graph) == [second, first]
    with pytest.raises(NotAllowed):
        graph.write(signpost.dismiss, actor=VISITOR, person_id=first, stems=row.stems, right=True)


def test_the_same_on_one_day_counts_once_and_only_known_words_are_kept(graph: Graph, given: Given) -> None:
    first, _ = two(given)
    for _ in range(3):
        graph.write(signpost.wrong, actor=VISITOR, question=QUESTION, person_id=first, refused=())
    kept = graph.read(lambda tx: tx.run("MATCH (m:Misroute) RETURN properties(m) AS m").values())
    assert len(kept) == 1
    assert "piet" not in str(kept).lower()
    assert set(kept[0][0]) == {"key", "stems", "words", "day"}


def test_what_went_wrong_is_sorted_and_counted_also_what_was_dismissed(graph: Graph, given: Given) -> None:
    first, second = two(given)
    now = clock.now()
    for days, question, person in ((3, QUESTION, first), (2, QUESTION, first), (0, "groen", second)):
        with clock.at(now - dt.timedelta(days=days)):
            graph.write(signpost.wrong, actor=VISITOR, question=question, person_id=person, refused=())

    def people(order: signpost.Order) -> list[str]:
        found = graph.read(signpost.missed, actor=SYSTEM, dismissed=False, person_id=None, order=order, skip=0, limit=9)
        return [row.person.id for row in found.rows]

    assert people(signpost.Order.OFTEN) == [first, second]
    assert people(signpost.Order.LAST) == [second, first]
    assert sorted(people(signpost.Order.NAME)) == sorted([first, second])
    row = next(each for each in rows(graph) if each.person.id == first)
    graph.write(signpost.dismiss, actor=SYSTEM, person_id=first, stems=row.stems, right=True)
    found = graph.read(signpost.missed, actor=SYSTEM, dismissed=True, person_id=None, skip=0, limit=9)
    assert [each.person.id for each in found.rows] == [first]
    assert (found.total(None, dismissed=False), found.total(None, dismissed=True)) == (1, 1)
    assert (found.total(first, dismissed=False), found.total(first, dismissed=True)) == (0, 1)


def test_only_who_was_offered_can_be_refused(graph: Graph, given: Given) -> None:
    two(given)
    other = official(given, "boekhouder")
    assert not graph.write(signpost.wrong, actor=VISITOR, question=QUESTION, person_id=other, refused=())


def test_what_is_older_than_a_year_is_forgotten(graph: Graph, given: Given, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = two(given)
    graph.write(signpost.wrong, actor=VISITOR, question=QUESTION, person_id=first, refused=())
    later = clock.today() + dt.timedelta(days=366)
    monkeypatch.setattr(clock, "today", lambda: later)
    assert asked(graph) == [first, second]
    graph.write(signpost.wrong, actor=VISITOR, question="groen", person_id=second, refused=())
    assert [row.words for row in rows(graph)] == [("groen",)]


def test_after_two_offers_an_elected_person_shows_the_way(graph: Graph, given: Given) -> None:
    first, second = two(given)
    member = given.person(name="Raadslid Groen", person_kind=PersonKind.COUNCIL_MEMBER, function="raadslid")
    given.record(Kind.THEME, name="Groen in de straat")
    theme = given.theme(name="Volkstuinen en groen")
    now = graph.read(records.read, actor=SYSTEM, record_id=member)
    graph.write(
        records.change,
        actor=SYSTEM,
        record_id=member,
        version=now.version,
        properties={},
        ties={LinkField(Link.SIGNPOST_FOR, Kind.THEME): [Tie(theme)]},
    )
    once = graph.read(signpost.advice, actor=VISITOR, question=QUESTION, refused=(first,))
    assert once.signposts == ()
    assert member not in [each.guide.official.id for each in once.answers]
    twice = graph.read(signpost.advice, actor=VISITOR, question=QUESTION, refused=(first, second))
    assert [each.guide.official.id for each in twice.signposts] == [member]


def test_a_remit_is_confirmed_by_staff(graph: Graph, given: Given) -> None:
    person = official(given)
    graph.write(signpost.confirm, actor=SYSTEM, person_id=person)
    assert graph.read(records.read, actor=SYSTEM, record_id=person).properties["confirmed_on"] == clock.today()
    with pytest.raises(NotAllowed):
        graph.write(signpost.confirm, actor=VISITOR, person_id=person)


def test_somebody_is_proposed_and_becomes_the_contact_person(graph: Graph, given: Given) -> None:
    person = official(given)
    goal = given.goal(name="Meer groen", account_holder=[person])
    initiative = given.initiative(goals=[goal])
    found = graph.read(contacts.proposed, actor=SYSTEM, initiative_ids=[initiative])
    assert found[initiative].person.id == person
    graph.write(contacts.assign, actor=SYSTEM, initiative_id=initiative, person_id=person)
    assert graph.read(contacts.proposed, actor=SYSTEM, initiative_ids=[initiative]) == {}


def rows(graph: Graph) -> tuple[signpost.Missed, ...]:
    return graph.read(signpost.missed, actor=SYSTEM, dismissed=False, person_id=None, skip=0, limit=25).rows
