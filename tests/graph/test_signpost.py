"""A question leads to the people to ask."""

import datetime as dt

import pytest

from graph import clock, records, signpost
from graph.links import LinkField, Tie
from graph.model import Kind, Link, PersonKind
from graph.rights import SYSTEM, VISITOR
from graph.store import Graph, Transaction
from tests.given import Given


def test_a_question_finds_who_knows_about_it_and_the_alderman_last(graph: Graph, given: Given) -> None:
    official = given.person(name="Kanarie", person_kind=PersonKind.OFFICIAL, function="beleidsmedewerker")
    other = given.person(person_kind=PersonKind.OFFICIAL, function="adviseur sport")
    alderman = given.person(name="Els Denkbeeld", person_kind=PersonKind.ALDERMAN, function="wethouder")
    given.goal(
        name="Meer moestuinen", account_holder=[Tie(official, {"expertise": "gemeentegrond"})], holder=[alderman]
    )
    given.theme(name="Sport", account_holder=[other])
    alike = given.initiative(name="Moestuin De Kavel")

    advice = graph.read(signpost.advice, actor=VISITOR, question="ik wil een moestuin op gemeentegrond")

    assert [answer.guide.official.id for answer in advice.answers] == [official, alderman]
    assert advice.answers[0].guide.official.name is None
    assert advice.answers[0].subject is not None
    assert advice.words == ("moestuin", "gemeentegrond")
    assert alike in [each.id for each in advice.alike]


def test_an_empty_question_gives_no_advice(graph: Graph) -> None:
    assert graph.read(signpost.advice, actor=VISITOR, question="  ").answers == ()


def test_a_typing_error_is_mended_and_told(graph: Graph, given: Given) -> None:
    official = given.person(person_kind=PersonKind.OFFICIAL, function="adviseur")
    given.theme(name="Moestuinen", account_holder=[official])

    advice = graph.read(signpost.advice, actor=VISITOR, question="een moestiun")

    assert [answer.guide.official.id for answer in advice.answers] == [official]
    assert (advice.question, advice.words) == ("een moestiun", ("moestuin",))
    assert graph.read(signpost.advice, actor=VISITOR, question="een xylofoon").answers == ()


def test_a_street_in_a_word_leads_nobody_to_who_knows_about_streets(graph: Graph, given: Given) -> None:
    official = given.person(person_kind=PersonKind.OFFICIAL, function="adviseur")
    given.theme(name="Water", account_holder=[Tie(official, {"expertise": "hoogte van straten"})])

    assert graph.read(signpost.advice, actor=VISITOR, question="subsidie voor straatfeest").answers == ()


def test_everyday_words_lead_to_the_words_of_the_municipality(graph: Graph, given: Given) -> None:
    lights = given.person(person_kind=PersonKind.OFFICIAL, function="beheerder openbare verlichting")
    events = given.person(person_kind=PersonKind.OFFICIAL, function="adviseur evenementen")
    given.theme(name="Licht", account_holder=[lights])

    def first(question: str) -> str:
        return graph.read(signpost.advice, actor=VISITOR, question=question).answers[0].guide.official.id

    assert first("de lantaarnpaal is kapot") == lights
    assert first("een straatfeest") == events


def test_a_place_in_the_question_leads_to_who_works_there(graph: Graph, given: Given) -> None:
    district = given.area(name="Noordwijk-Verzonnen", level="district")
    place = given.area(name="Het Zand", level="neighbourhood", parent=district)
    manager = given.person(person_kind=PersonKind.OFFICIAL, function="gebiedsmanager")
    graph.write(_account_holder, manager, district)

    advice = graph.read(signpost.advice, actor=VISITOR, question="Wie werkt er in Het Zand?")

    assert [(each.guide.official.id, each.area and each.area.id) for each in advice.answers] == [(manager, district)]
    assert advice.words == ("Het Zand",)
    assert place


def test_a_question_about_money_shows_open_schemes(graph: Graph, given: Given) -> None:
    goal = given.goal(name="Meer moestuinen")
    fits = given.scheme(name="Regeling Groen", serves=[goal], deadline=clock.today())
    given.scheme(name="Regeling Sport", deadline=clock.today())
    given.scheme(name="Moestuinpot", serves=[goal], deadline=clock.today() - dt.timedelta(days=1))

    def schemes(question: str) -> list[str]:
        return [each.mention.id for each in graph.read(signpost.advice, actor=VISITOR, question=question).schemes]

    assert schemes("is er subsidie voor een moestuin?") == [fits]
    assert len(schemes("subsidie")) == 2
    assert schemes("een moestuin") == []


def test_who_left_is_answered_for_by_the_stand_in(graph: Graph, given: Given) -> None:
    left, other = (given.person(person_kind=PersonKind.OFFICIAL, function=each) for each in ("adviseur", "collega"))
    given.theme(name="Moestuinen", account_holder=[left])
    graph.write(_stands_in, other, left)
    now = graph.read(records.read, actor=SYSTEM, record_id=left)
    graph.write(records.end, actor=SYSTEM, record_id=left, version=now.version, on=clock.today())

    answer = graph.read(signpost.advice, actor=VISITOR, question="moestuin").answers[0]

    assert answer.guide.left_on == clock.today()
    assert answer.guide.stand_in is not None
    assert answer.guide.stand_in.id == other


@pytest.mark.parametrize("question", ["", "?!…", "x" * 10_000, "🌱🌱🌱", "'\"; MATCH (n)", "de het een"])
def test_bad_input_is_taken_calmly(graph: Graph, given: Given, question: str) -> None:
    given.person(person_kind=PersonKind.OFFICIAL, function="adviseur")
    assert graph.read(signpost.advice, actor=VISITOR, question=question).answers == ()


def _stands_in(tx: Transaction, other: str, left: str) -> None:
    _tie(tx, other, LinkField(Link.STANDS_IN_FOR, Kind.PERSON), left)


def _account_holder(tx: Transaction, person: str, area: str) -> None:
    _tie(tx, person, LinkField(Link.ACCOUNT_HOLDER_OF, Kind.AREA), area)


def _tie(tx: Transaction, start: str, field: LinkField, end: str) -> None:
    now = records.read(tx, actor=SYSTEM, record_id=start)
    records.change(tx, actor=SYSTEM, record_id=start, version=now.version, properties={}, ties={field: [Tie(end)]})
