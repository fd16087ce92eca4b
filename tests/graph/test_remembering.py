"""What a list found is given again until a change that it could notice, and never after one."""

import datetime as dt
from pathlib import Path

import pytest

from graph import clock, initiatives, organisations, reach, records, remembering
from graph.audit import Line, write
from graph.initiatives.listing import Selection
from graph.links import Tie
from graph.model import Kind
from graph.reach import Came
from graph.rights import SYSTEM, Actor, Role
from graph.store import Graph
from tests.given import Given

SOURCES = [path.read_text("utf-8") for path in Path("graph").rglob("*.py") if path.name != "reach.py"]


def _shown(graph: Graph) -> initiatives.Listing:
    return graph.read(initiatives.listing, actor=SYSTEM, selection=Selection(), skip=0, limit=10)


def test_what_was_found_is_given_again_while_nothing_changes(graph: Graph, given: Given) -> None:
    given.initiative(name="Tuin")

    assert _shown(graph) is _shown(graph)


def test_a_change_of_another_kind_of_record_forgets_nothing(graph: Graph, given: Given) -> None:
    given.initiative(name="Tuin")
    before = _shown(graph)

    given.record(Kind.REQUIREMENT, name="Een vergunning")

    assert _shown(graph) is before


def test_a_change_of_what_the_list_does_not_name_forgets_nothing(graph: Graph, given: Given) -> None:
    person = given.person(name="Els Verzonnen")
    given.initiative(name="Tuin", contact=[person])
    before = _shown(graph)

    graph.write(records.change, actor=SYSTEM, record_id=person, version=1, properties={"function": "ecoloog"})

    assert _shown(graph) is before


def test_a_new_record_a_new_name_and_a_new_link_are_seen_at_once(graph: Graph, given: Given) -> None:
    tuin = given.initiative(name="Tuin")
    theme = given.theme(name="Groen")
    assert [each.name for each in _shown(graph).rows] == ["Tuin"]

    given.initiative(name="Bos", themes=[theme])
    assert [(each.name, [tag.name for tag in each.themes]) for each in _shown(graph).rows] == [
        ("Bos", ["Groen"]),
        ("Tuin", []),
    ]

    graph.write(records.change, actor=SYSTEM, record_id=tuin, version=1, properties={"name": "Akker"})
    assert [each.name for each in _shown(graph).rows] == ["Akker", "Bos"]
    graph.write(records.change, actor=SYSTEM, record_id=theme, version=1, properties={"name": "Natuur"})
    assert [tag.name for each in _shown(graph).rows for tag in each.themes] == ["Natuur"]


def test_who_may_see_the_same_shares_what_was_found_and_others_do_not(graph: Graph, given: Given) -> None:
    given.initiative(name="Tuin")

    def shown(name: str, *roles: Role) -> initiatives.Listing:
        actor = Actor(name=name, account_id=name, person_id=name, roles=frozenset(roles))
        return graph.read(initiatives.listing, actor=actor, selection=Selection(), skip=0, limit=10)

    assert shown("Els", Role.ORGANISER) is shown("Bram", Role.ORGANISER)
    assert shown("Els", Role.ORGANISER) is not shown("Cas", Role.ADMINISTRATOR)


def test_an_unknown_kind_of_line_and_many_at_once_forget_everything(graph: Graph, given: Given) -> None:
    given.initiative(name="Tuin")
    before = _shown(graph)

    graph.write(write, actor=SYSTEM, lines=[Line("something_new", "x")])
    after = _shown(graph)
    assert after is not before

    graph.write(write, actor=SYSTEM, lines=[Line("read", "x")] * (remembering.MOST_LINES + 1))
    assert _shown(graph) is not after


def test_a_line_that_came_late_is_seen_although_it_is_not_the_last(graph: Graph, given: Given) -> None:
    tuin = given.initiative(name="Tuin")
    given.theme(name="Groen")
    before = _shown(graph)

    with clock.at(dt.datetime.now(dt.UTC) - dt.timedelta(minutes=1)):
        graph.write(records.change, actor=SYSTEM, record_id=tuin, version=1, properties={"name": "Bos"})

    assert _shown(graph) is not before
    assert [each.name for each in _shown(graph).rows] == ["Bos"]


def test_a_line_further_back_than_was_looked_forgets_everything(
    graph: Graph, given: Given, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(remembering, "OVERLAP", 1)
    tuin = given.initiative(name="Tuin")
    given.theme(name="Groen")
    _shown(graph)

    with clock.at(dt.datetime.now(dt.UTC) - dt.timedelta(days=1)):
        graph.write(records.change, actor=SYSTEM, record_id=tuin, version=1, properties={"name": "Bos"})

    assert [each.name for each in _shown(graph).rows] == ["Bos"]


def _came(action: str, field: str | None, kind: Kind | None, *, brought: bool = False) -> Came:
    return Came("x", action, field, brought, kind)


@pytest.mark.parametrize(
    ("line", "noticed"),
    [
        (_came("change", "name", Kind.INITIATIVE), True),
        (_came("change", "stance", Kind.INITIATIVE), False),
        (_came("change", "stance", Kind.INITIATIVE, brought=True), True),
        (_came("change", "name", Kind.DECISION), False),
        (_came("add", "name", Kind.DECISION), False),
        (_came("link", "HAS_THEME", Kind.ORGANISATION), True),
        (_came("link", "HELD", Kind.INTERACTION), False),
        (_came("merge", "name", Kind.DECISION), True),
        (_came("weights", None, None), True),
        (_came("read", None, Kind.INITIATIVE), False),
        (_came("account_add", "email", None), False),
    ],
)
def test_a_statement_notices_what_it_names_and_what_is_not_known(line: Came, *, noticed: bool) -> None:
    assert reach.of_statement("initiatives/list").notices(line) is noticed


def test_what_a_statement_may_ask_without_naming_it_counts_as_everything() -> None:
    assert reach.of_statement("audit/latest").everything
    assert reach.of_statement("records/links").everything
    assert reach.of_statement("network/lines").everything
    assert not reach.of_statement("commitments/list").everything


def test_terms_and_pauses_are_noticed_through_the_record_they_belong_to() -> None:
    assert reach.of_statement("commitments/list").notices(_came("add_term", "term", Kind.COMMITMENT))
    assert reach.of_statement("decisions/list").notices(_came("resume", "pause_until", Kind.DECISION))


def test_every_kind_of_line_that_is_trusted_is_written_somewhere_by_that_name() -> None:
    """An action that is renamed must not go on being trusted under its old name, nor silently lose its meaning."""
    known = reach.ASIDE | reach.LINKING | reach.OF_ONE_RECORD | {"add", "change"}
    written = {name for name in known for path in SOURCES if f'"{name}"' in path}
    assert written == known


def test_what_was_found_of_one_day_is_never_given_for_another(graph: Graph, given: Given) -> None:
    theme = given.theme(name="Groen")
    given.initiative(name="Tuin", themes=[Tie(theme, since=dt.date(2026, 5, 1))])
    given.organisation(name="Imkers", themes=[Tie(theme, since=dt.date(2026, 5, 1))])

    def seen(day: dt.date) -> tuple[int, int]:
        with clock.showing(day):
            parties = graph.read(
                organisations.listing, actor=SYSTEM, selection=organisations.Selection(), skip=0, limit=10
            )
            return _shown(graph).total, parties.total

    with clock.at(dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)):
        for _ in range(2):
            assert seen(dt.date(2026, 11, 23)) == (1, 1)
            assert seen(dt.date(2026, 4, 30)) == (0, 0)
            assert seen(dt.date(2026, 5, 1)) == (1, 1)
