"""What was kept is given as long as it is exact, and never longer."""

from __future__ import annotations

import contextlib
import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph import clock, records
from graph.bridges import answers, kept, life, refreshing, search, suggestions
from graph.bridges.weights import WEIGHTS, Evidence
from graph.duplicates import merging
from graph.errors import Conflict
from graph.interactions import reading
from graph.links import LinkField, Tie
from graph.model import Kind, Link, Visibility
from graph.rights import SYSTEM, VISITOR
from tests.conftest import OneTransaction
from tests.given import Given

if TYPE_CHECKING:
    from neo4j import Driver, Transaction

    from graph.bridges.search import Found
    from graph.server import Address
    from graph.store import Graph

GOALS = LinkField(Link.CONTRIBUTES_TO, Kind.GOAL)
PARTNERS = LinkField(Link.PARTNERS_IN, Kind.ORGANISATION, outgoing=False)
LIMIT = 3


@dataclass
class Town:
    """A small town and what can be done in it."""

    given: Given

    def __post_init__(self) -> None:
        make = self.given
        self.top = make.goal()
        self.goals = [make.goal(parent=self.top), make.goal(parent=self.top), make.goal()]
        self.themes = [make.theme(), make.theme()]
        self.partners = [make.organisation(), make.organisation()]
        words = ("groene tuin", "tuin en koken", "samen koken", "muziek", "muziek op het plein", "groene daken")
        self.initiatives = [
            make.initiative(
                name=name,
                goals=[self.goals[at % 3]],
                themes=[self.themes[at % 2]],
                partners=[self.partners[at % 2]] if at % 3 else [],
                initiators=[make.organisation()],
            )
            for at, name in enumerate(words)
        ]
        make.need(name="zaag gezocht", needed_by=[self.initiatives[0]])

    def change(self, record_id: str, ties: dict[LinkField, list[Tie]] | None = None, **properties: object) -> None:
        now = self.given.graph.read(records.read, actor=SYSTEM, record_id=record_id)
        self.given.graph.write(
            records.change, actor=SYSTEM, record_id=record_id, version=now.version, properties=properties, ties=ties
        )

    # Deeds that change bridges; `a` and `b` are places of initiatives.

    def rename(self, a: int, b: int) -> None:
        self.change(self.initiatives[a], name=f"muziek en daken {b}")

    def work_at(self, a: int, b: int) -> None:
        self.change(self.initiatives[a], ties={GOALS: [Tie(self.goals[b % 3]), Tie(self.top)]})

    def leave_partners(self, a: int, b: int) -> None:
        self.change(self.initiatives[a], ties={PARTNERS: []})
        self.change(self.initiatives[b], ties={PARTNERS: [Tie(each) for each in self.partners]})

    def hide(self, a: int, b: int) -> None:
        ids = [self.goals[0], *self.initiatives]
        record_id = ids[(a + b) % len(ids)]
        now = self.given.graph.read(records.read, actor=SYSTEM, record_id=record_id)
        self.given.graph.write(
            records.show, actor=SYSTEM, record_id=record_id, version=now.version, visibility=Visibility.DRAFT
        )

    def refuse(self, a: int, b: int) -> None:
        if a != b:
            first, second = self.initiatives[a], self.initiatives[b]
            with contextlib.suppress(Conflict):  # of who stopped nothing new is written down
                self.given.graph.write(life.known_already, actor=SYSTEM, a=first, b=second)

    def begin(self, a: int, b: int) -> None:
        self.initiatives.append(self.given.initiative(goals=[self.goals[a % 3]], themes=[self.themes[b % 2]]))

    def offer(self, a: int, b: int) -> None:
        self.given.offer(name=f"zaag te leen {a}", offered_by=[self.initiatives[b]])

    def climb(self, a: int, b: int) -> None:
        parent = LinkField(Link.PART_OF, Kind.GOAL)
        self.change(self.goals[a % 2], ties={parent: [Tie(self.top)] if b % 2 else []})

    def stop(self, a: int, b: int) -> None:
        del b
        self.change(self.initiatives[a], status="stopped")

    def weigh(self, a: int, b: int) -> None:
        weights = WEIGHTS | {Evidence.THEME: 0.1 + a / 7, Evidence.GOAL: 0.1 + b / 7}
        self.given.graph.write(kept.keep, actor=SYSTEM, weights=weights, learnt_from=40)

    def keep(self, a: int, b: int) -> None:
        del a, b
        refreshing.refresh(self.given.graph, actor=SYSTEM)

    # Deeds that change none.

    def run(self, a: int, b: int) -> None:
        if (
            self.given.graph.read(records.read, actor=SYSTEM, record_id=self.initiatives[a]).properties.get("status")
            is None
        ):
            self.change(self.initiatives[a], status=("idea", "started", "running")[b % 3])

    def describe(self, a: int, b: int) -> None:
        self.change(self.initiatives[a], email=f"post{b}@example.org")

    def look(self, a: int, b: int) -> None:
        del b
        self.given.graph.write(reading.note_reads, actor=SYSTEM, ids=[self.initiatives[a]])


CHANGING = ("rename", "work_at", "leave_partners", "hide", "refuse", "begin", "offer", "climb", "weigh", "stop")
HARMLESS = ("describe", "look", "run")


def given_now(tx: Transaction, initiative_id: str) -> list[Found] | None:
    answers.forget()
    weights = kept.for_actor(tx, actor=SYSTEM)
    return answers.of(tx, initiative_id=initiative_id, limit=LIMIT, visible=SYSTEM.visible, weights=weights)


def plain(tx: Transaction, initiative_id: str) -> list[tuple[str, int]]:
    rows = search.PLAIN.all(
        tx,
        id=initiative_id,
        visible=SYSTEM.visible,
        limit=LIMIT,
        today=clock.today(),
        weights=kept.for_actor(tx, actor=SYSTEM),
        sees_bridges=True,
    )
    return [(row.id, row.score) for row in rows]


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    deeds=st.lists(
        st.tuples(st.sampled_from([*CHANGING, *HARMLESS, "keep", "keep"]), st.integers(0, 5), st.integers(0, 5)),
        min_size=3,
        max_size=7,
    )
)
def test_after_whatever_was_done_an_answer_is_what_the_search_without_shortcut_says(
    driver: Driver, address: Address, deeds: list[tuple[str, int, int]]
) -> None:
    with driver.session(database=address.database) as session, session.begin_transaction(timeout=0) as tx:
        kept.forget()
        town = Town(Given(OneTransaction(tx)))
        town.keep(0, 0)
        for deed, a, b in deeds:
            getattr(town, deed)(a, b)
            for initiative_id in town.initiatives:
                found = given_now(tx, initiative_id)
                expected = plain(tx, initiative_id)
                if found is not None:
                    assert [(each.id, each.score) for each in found] == expected
                shown = suggestions.for_initiative(tx, actor=SYSTEM, initiative_id=initiative_id, limit=LIMIT)
                assert [each.other.id for each in shown] == [each for each, _ in expected]
        tx.rollback()
    kept.forget()


def test_what_was_kept_is_given_with_everything_shared_until_something_changes(given: Given, tx: Transaction) -> None:
    town = Town(given)
    first = town.initiatives[0]
    assert given_now(tx, first) is None
    done = refreshing.refresh(given.graph, actor=SYSTEM)
    assert (done.initiatives, done.bytes > 0) == (6, True)
    expected, _ = search.best(
        tx,
        initiative_id=first,
        limit=LIMIT,
        visible=SYSTEM.visible,
        weights=kept.for_actor(tx, actor=SYSTEM),
        sees_bridges=True,
    )
    assert expected
    assert given_now(tx, first) == expected
    for deed in HARMLESS:
        getattr(town, deed)(1, 2)
        assert given_now(tx, first) == expected, deed
    for deed in CHANGING:
        town.keep(0, 0)
        assert given_now(tx, first) is not None
        getattr(town, deed)(1, 2)
        assert given_now(tx, first) is None, deed
    kept.forget()


def test_what_was_kept_is_not_for_visitors_nor_for_another_day(given: Given, tx: Transaction) -> None:
    town = Town(given)
    town.keep(0, 0)
    first = town.initiatives[0]
    of_visitor = {
        "visible": VISITOR.visible,
        "weights": kept.for_actor(tx, actor=VISITOR),
    }
    assert answers.of(tx, initiative_id=first, limit=LIMIT, **of_visitor) is None
    with clock.at(clock.now() + dt.timedelta(days=1)):
        assert given_now(tx, first) is None
    assert given_now(tx, first) is not None
    of_staff = {"visible": SYSTEM.visible, "weights": kept.for_actor(tx, actor=SYSTEM)}
    assert answers.of(tx, initiative_id=first, limit=answers.LIMIT + 1, **of_staff) is None


def test_a_line_that_was_written_late_is_noticed(given: Given, tx: Transaction) -> None:
    town = Town(given)
    town.keep(0, 0)
    with clock.at(clock.now() - dt.timedelta(hours=1)):
        town.look(0, 0)
    assert given_now(tx, town.initiatives[0]) is None


def test_one_that_was_merged_away_is_in_no_answer(given: Given, tx: Transaction) -> None:
    town = Town(given)
    town.keep(0, 0)
    first, second = town.initiatives[:2]
    given.graph.write(
        merging.merge, actor=SYSTEM, survivor_id=first, loser_id=second, survivor_version=1, loser_version=1
    )
    assert given_now(tx, first) is None
    town.keep(0, 0)
    found = given_now(tx, first)
    assert found is not None
    assert second not in {each.id for each in found}


def test_refreshing_tells_whether_anything_changed(given: Given, graph: Graph) -> None:
    town = Town(given)
    assert not refreshing.is_current(graph, actor=SYSTEM)
    town.keep(0, 0)
    assert refreshing.is_current(graph, actor=SYSTEM)
    town.begin(0, 0)
    assert not refreshing.is_current(graph, actor=SYSTEM)
