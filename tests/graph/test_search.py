"""What one box finds, and what it never does."""

import pytest

from graph import search
from graph.model import Kind, PersonKind, PublicAs, Status, Visibility
from graph.rights import VISITOR, Actor, Role
from graph.search import Answer, Question
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
    assert {choice.value: choice.hits for choice in answer.choices_of("kind")}[Kind.INITIATIVE] == 1
    assert [choice.name for choice in answer.choices_of("area")] == ["Duinplein"]
    assert names(graph, "moestuin groen duinplein", kind=Kind.AREA) == ["Duinplein"]


def told(answer: Answer, name: str) -> dict[str, int | None]:
    """The choices of one filter by their words."""
    return {each.name: each.hits for each in answer.choices_of(name)}


def test_what_matches_less_well_is_found_by_its_filter_however_much_matches_better(
    graph: Graph, given: Given, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "MOST_HITS", 3)
    for number in range(5):
        given.initiative(name=f"Vlinders {number}", status="running")
    given.organisation(name="Stichting met een lange naam", description="Ook voor wie het om de vlinders te doen is.")

    everything = graph.read(search.find, actor=VISITOR, question=Question("vlinders"))
    organisations = graph.read(search.find, actor=VISITOR, question=Question("vlinders", kind=Kind.ORGANISATION))

    assert [group.kind for group in everything.groups] == [Kind.INITIATIVE]
    assert (everything.total, everything.capped, everything.groups[0].count) == (3, True, 5)
    assert told(everything, "kind") == {"Initiative": 5, "Organisation": 1}
    assert told(everything, "status") == {"running": 5}
    assert (organisations.total, organisations.capped) == (1, False)
    assert told(organisations, "kind") == {"Initiative": 5, "Organisation": 1}
    assert told(organisations, "status") == {}


def test_what_a_visitor_may_not_see_takes_no_place_and_makes_no_total_doubtful(
    graph: Graph, given: Given, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "MOST_HITS", 3)
    for number in range(5):
        given.initiative(name=f"Vlinders {number}", visibility=Visibility.DRAFT)
    for number in range(2):
        given.initiative(name=f"Een tuin waar het stil is {number}", summary="Er komen wel eens vlinders langs.")

    seen = graph.read(search.find, actor=VISITOR, question=Question("vlinders"))
    staff = graph.read(search.find, actor=STAFF, question=Question("vlinders"))

    assert (seen.total, seen.capped, told(seen, "kind")) == (2, False, {"Initiative": 2})
    assert (staff.total, staff.capped, told(staff, "kind")) == (3, True, {"Initiative": 7})


def test_where_too_many_match_the_choices_have_no_number_and_every_kind_is_one(
    graph: Graph, given: Given, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "MOST_WEIGHED", 4)
    theme = given.theme(name="Natuur")
    for number in range(4):
        given.initiative(name=f"Vlinders {number}", themes=[theme])

    exact = graph.read(search.find, actor=VISITOR, question=Question("vlinders"))
    given.initiative(name="Vlinders 4", themes=[theme])
    many = graph.read(search.find, actor=VISITOR, question=Question("vlinders", status=Status.IDEA))
    most = graph.read(search.find, actor=VISITOR, question=Question("vlinders"))

    assert told(exact, "theme") == {"Natuur": 4}
    assert told(most, "theme") == {"Natuur": None}
    assert set(told(most, "kind")) == set(search._KINDS)
    assert set(told(most, "kind").values()) == {None}
    assert (most.total, most.groups[0].count) == (5, None)
    assert (many.total, told(many, "status")) == (0, {"idea": None})


def test_a_theme_and_an_area_hold_what_lies_below_them(graph: Graph, given: Given) -> None:
    nature = given.theme(name="Natuur")
    bees = given.theme(name="Bijen", parent=nature)
    town = given.area(name="Stad")
    square = given.area(name="Plein", parent=town)
    given.initiative(name="Vlinders een", themes=[bees], areas=[square])
    given.initiative(name="Vlinders twee", themes=[nature, bees], areas=[town])
    given.organisation(name="Vlinders drie", areas=[square])
    secret = given.theme(name="Geheim", visibility=Visibility.DRAFT)
    given.initiative(name="Vlinders vier", themes=[secret])

    assert sorted(names(graph, "vlinders", theme=nature)) == ["Vlinders een", "Vlinders twee"]
    assert sorted(names(graph, "vlinders", area=town)) == ["Vlinders drie", "Vlinders een", "Vlinders twee"]
    assert names(graph, "vlinders", theme=nature, area=square, kind=Kind.INITIATIVE) == ["Vlinders een"]
    assert names(graph, "vlinders", theme=secret) == []
    assert names(graph, "vlinders", theme=secret, actor=STAFF) == ["Vlinders vier"]
    answer = graph.read(search.find, actor=VISITOR, question=Question("vlinders", area=square))
    assert told(answer, "theme") == {"Bijen": 1, "Natuur": 1}
    assert told(answer, "area") == {"Stad": 3, "Plein": 2}
    nothing = graph.read(search.find, actor=VISITOR, question=Question("vlinders", theme=nature, kind=Kind.GOAL))
    assert (nothing.total, told(nothing, "theme"), told(nothing, "kind")) == (
        0,
        {"Natuur": 0},
        {"Initiative": 2, "Goal": 0},
    )


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
