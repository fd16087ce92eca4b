"""What one box finds, and what it never does."""

import re
import time

import pytest
from hypothesis import given as given_text
from hypothesis import strategies as st

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
def test_check_25_drafts_are_found_by_staff_only(graph: Graph) -> None:
    assert "Geheime moestuin" not in names(graph, "geheime moestuin")
    assert "Geheime moestuin" in names(graph, "geheime moestuin", actor=STAFF)


@pytest.mark.usefixtures("given")
def test_check_25_officials_are_found_by_function_and_aldermen_by_name(graph: Graph) -> None:
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
def test_check_25_residents_are_found_by_staff_only(graph: Graph) -> None:
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


# What is asked, and the plain words that must find the same: nothing of it is an operator, a pattern or a field.
LITERAL = [
    ("*:*", ""),
    ("name:*", "name"),
    ("visibility:draft", "visibility draft"),
    ("a~^1000", "a 1000"),
    ('"', ""),
    ('"geheime moestuin', "geheime moestuin"),
    ("AND", "and"),
    ("NOT moestuin", "not moestuin"),
    ("-moestuin", "moestuin"),
    ("moestuin AND NOT kavel", "moestuin and not kavel"),
    ("(a+)+$", "a"),
    ("(a+)+$ (moestuin+)+$", "a moestuin"),
    (".*", ""),
    (".* moes.*", "moes"),
    ("\\", ""),
    ("[a TO z]", "a to z"),
    ("/regex/", "regex"),
    ("wat" * 4000, "wat" * 4000),
    ("\u202emoes", "moes"),
]


@pytest.mark.usefixtures("given")
@pytest.mark.parametrize(("words", "plain"), LITERAL)
def test_checks_4_and_5_a_question_is_never_query_language(graph: Graph, words: str, plain: str) -> None:
    assert names(graph, words) == names(graph, plain)
    assert names(graph, words, actor=STAFF) == names(graph, plain, actor=STAFF)
    assert "Geheime moestuin" not in names(graph, words)


@given_text(st.text(max_size=400))
def test_checks_4_and_5_whatever_is_asked_becomes_a_few_words_and_nothing_else(text: str) -> None:
    asked = search._asked(VISITOR, Question(text), search._words(text))
    for query in (asked["text"], asked["names"]):
        # What we put around a word, taken away again; what is left came from the question.
        left = re.sub(r'\^[28]|~[12]|[()"*]', " ", query).split()
        assert not {"AND", "OR", "NOT", "TO"}.intersection(left)
        assert not set('+-&|!(){}[]^"~*?:\\/<>=@#_').intersection("".join(left))
        assert not re.search(r"(^|[\s(])\*(\^|\s|\)|$)", query), "a star on its own finds everything"
        # The work has a bound that no question can lift: each word is looked for in four ways at most.
        assert len(left) <= 4 * search.MOST_WORDS
        assert max(map(len, left), default=0) <= search.LONGEST_WORD


@pytest.mark.usefixtures("given")
@pytest.mark.parametrize("words", ["(a+)+$", ".*", "(a|aa)+$ " * 500, "*" * 10_000, "a*" * 5_000, "~2 " * 3_000])
def test_check_4_a_pattern_takes_no_longer_than_plain_words(graph: Graph, words: str) -> None:
    plain = " ".join(f"moestuin{number}" for number in range(search.MOST_WORDS))
    # The fastest of some: a machine that is busy with other work slows down some of them, seldom all.
    usual = min(_seconds(graph, plain) for _ in range(5))
    assert min(_seconds(graph, words) for _ in range(5)) < max(0.2, 5 * usual)


def _seconds(graph: Graph, words: str) -> float:
    began = time.perf_counter()
    names(graph, words)
    return time.perf_counter() - began


@pytest.mark.usefixtures("given")
def test_an_empty_question_finds_nothing(graph: Graph) -> None:
    assert names(graph, " ?! ") == []
