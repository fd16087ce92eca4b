"""A question leads to the people to ask."""

from graph import signpost
from graph.links import Tie
from graph.model import PersonKind
from graph.rights import VISITOR
from graph.store import Graph
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
