"""What one box finds, and what it never does."""

import pytest

from graph import search
from graph.model import Kind, PersonKind, PublicAs, Visibility
from graph.rights import VISITOR, Actor, Role
from graph.search import Question
from graph.store import Graph
from tests.given import Given

STAFF = Actor(name="Carla Fictie", roles=frozenset({Role.BRIDGE_BUILDER}))


@pytest.fixture
def graph(committed: Graph) -> Graph:
    """The index is brought up to date at commit, so these tests commit."""
    return committed


def names(graph: Graph, words: str, *, actor: Actor = VISITOR, **filters: object) -> list[str]:
    answer = graph.read(search.find, actor=actor, question=Question(words, **filters))  # type: ignore[arg-type]
    return [hit.name for group in answer.groups for hit in group.hits]


@pytest.fixture
def given(graph: Graph) -> Given:
    made = Given(graph)
    theme = made.theme(name="Groen in de straat")
    area = made.area(name="Duinplein", code="D1")
    made.initiative(
        name="Buurtmoestuin De Kavel", summary="Samen groente telen.", themes=[theme], areas=[area], status="running"
    )
    made.initiative(name="Repaircafé Havenkwartier", summary="Kapotte spullen maken.", status="idea")
    made.initiative(name="Geheime moestuin", visibility=Visibility.DRAFT)
    made.person(name="Els Denkbeeld", person_kind=PersonKind.ALDERMAN, function="wethouder Groen")
    made.person(
        name="Bram Bedacht",
        person_kind=PersonKind.OFFICIAL,
        function="beleidsmedewerker biodiversiteit",
        public_as=PublicAs.FUNCTION,
    )
    made.person(name="Anna Voorbeeld", person_kind=PersonKind.RESIDENT)
    return made


@pytest.mark.usefixtures("given")
@pytest.mark.parametrize(
    "words", ["moestuin", "moestuinen", "MOESTUIN", "buurtmoestin", "buurtmoes", "moestiun groente"]
)
def test_stems_beginnings_and_typing_errors_find_the_kavel(graph: Graph, words: str) -> None:
    assert names(graph, words)[0] == "Buurtmoestuin De Kavel"


@pytest.mark.usefixtures("given")
def test_accents_may_be_left_out(graph: Graph) -> None:
    assert "Repaircafé Havenkwartier" in names(graph, "repaircafe")


@pytest.mark.usefixtures("given")
def test_drafts_are_found_by_staff_only(graph: Graph) -> None:
    assert "Geheime moestuin" not in names(graph, "geheime moestuin")
    assert "Geheime moestuin" in names(graph, "geheime moestuin", actor=STAFF)


@pytest.mark.usefixtures("given")
def test_officials_are_found_by_function_and_aldermen_by_name(graph: Graph) -> None:
    assert names(graph, "Bram Bedacht") == []
    assert names(graph, "biodiversiteit") == ["beleidsmedewerker biodiversiteit"]
    assert names(graph, "Denkbeeld") == ["Els Denkbeeld"]
    assert names(graph, "Bram Bedacht", actor=STAFF) == ["Bram Bedacht"]


def test_who_chose_the_team_is_not_found_by_function_and_no_choice_means_the_function(
    graph: Graph, given: Given
) -> None:
    given.person(
        name="Wendy Wensdroom",
        person_kind=PersonKind.OFFICIAL,
        function="adviseur armoede",
        public_as=PublicAs.TEAM,
    )
    given.person(name="Kim Mythe", person_kind=PersonKind.OFFICIAL, function="adviseur armoede")

    assert names(graph, "armoede") == ["adviseur armoede"]
    assert sorted(names(graph, "armoede", actor=STAFF)) == ["Kim Mythe", "Wendy Wensdroom"]


@pytest.mark.usefixtures("given")
def test_residents_are_found_by_staff_only(graph: Graph) -> None:
    assert names(graph, "Anna Voorbeeld") == []
    assert names(graph, "Anna Voorbeeld", actor=STAFF) == ["Anna Voorbeeld"]


@pytest.mark.usefixtures("given")
def test_filters_narrow_and_count_what_they_would_leave(graph: Graph) -> None:
    answer = graph.read(search.find, actor=VISITOR, question=Question("moestuin groen duinplein"))
    assert {choice.value: choice.count for choice in answer.kinds}[Kind.INITIATIVE] == 1
    assert [choice.label for choice in answer.areas] == ["Duinplein"]
    assert names(graph, "moestuin groen duinplein", kind=Kind.AREA) == ["Duinplein"]


@pytest.mark.usefixtures("given")
@pytest.mark.parametrize(
    "words",
    [
        "*:*",
        "name:*",
        "a~^1000",
        '"',
        "AND",
        "(a+)+$",
        ".*",
        "\\",
        "[a TO z]",
        "/regex/",
        "wat" * 4000,
        "\u202emoes",
        "NOT",
    ],
)
def test_checks_4_and_5_a_question_is_never_query_language(graph: Graph, words: str) -> None:
    assert "Geheime moestuin" not in names(graph, words)


@pytest.mark.usefixtures("given")
def test_an_empty_question_finds_nothing(graph: Graph) -> None:
    assert names(graph, " ?! ") == []
