"""Questions kept under a name: whose they are, who sees them, and what happens when two change one at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph import accounts, audit
from graph.errors import Conflict, Invalid, NotAllowed, NotFound
from graph.ids import new_id
from graph.questions import Ask, Question, alerts, saved
from graph.questions.saved import Rhythm, Selection, Whose
from graph.rights import SYSTEM, VISITOR, Actor, Role
from tests.app.sign_in import make_account

if TYPE_CHECKING:
    from graph.store import Graph
    from tests.given import Given


def colleague(given: Given, name: str, role: Role = Role.BRIDGE_BUILDER) -> Actor:
    person = given.person(name=name)
    return Actor(name, make_account(given, role, person_id=person), person, frozenset({role}))


def keep(graph: Graph, actor: Actor, *, is_shared: bool = False, name: str = "Stil", number: int = 12) -> str:
    question_id = new_id()
    question = Question(Ask.SILENT, number=number)
    graph.write(saved.keep, actor=actor, question_id=question_id, name=name, is_shared=is_shared, question=question)
    return question_id


def test_a_question_is_kept_and_read_as_it_was_asked(graph: Graph, given: Given) -> None:
    carla, theme = colleague(given, "Carla"), given.theme(name="Groen")
    question_id, question = new_id(), Question(Ask.PARTNERS, theme=theme, number=3)
    for _ in range(2):
        graph.write(
            saved.keep,
            actor=carla,
            question_id=question_id,
            name=" Vaste  partners ",
            is_shared=True,
            question=question,
        )
    (one,) = graph.read(saved.listing, actor=carla, skip=0, limit=9)
    assert (one.id, one.name, one.is_shared, one.version, one.owner) == (
        question_id,
        "Vaste partners",
        True,
        1,
        "Carla",
    )
    assert one.question == question
    assert graph.read(saved.counts, actor=carla).total == 1
    lines = graph.read(audit.for_record, actor=carla, record_id=question_id)
    assert {each.field for each in lines} >= {"name", "ask", "theme", "number"}


def test_ones_own_question_is_seen_by_nobody_else_until_it_is_shared(graph: Graph, given: Given) -> None:
    carla, otto = colleague(given, "Carla"), colleague(given, "Otto", Role.ORGANISER)
    own, shared = keep(graph, carla), keep(graph, carla, is_shared=True)
    assert {each.id for each in graph.read(saved.listing, actor=carla, skip=0, limit=9)} == {own, shared}
    assert {each.id for each in graph.read(saved.listing, actor=otto, skip=0, limit=9)} == {shared}
    with pytest.raises(NotFound):
        graph.read(saved.read, actor=otto, question_id=own)


def test_who_is_told_of_a_question_sees_it_too(graph: Graph, given: Given) -> None:
    carla, otto = colleague(given, "Carla"), colleague(given, "Otto", Role.ORGANISER)
    own = keep(graph, carla)
    graph.write(alerts.switch_on, actor=carla, question_id=own, account_id=otto.account_id or "", rhythm=Rhythm.DAILY)
    assert graph.read(saved.read, actor=otto, question_id=own).owner == "Carla"
    graph.write(alerts.switch_off, actor=otto, question_id=own, account_id=otto.account_id or "")
    with pytest.raises(NotFound):
        graph.read(saved.read, actor=otto, question_id=own)


def test_the_list_is_filtered_counted_and_sorted(graph: Graph, given: Given) -> None:
    carla, otto = colleague(given, "Carla"), colleague(given, "Otto", Role.ORGANISER)
    first, second = keep(graph, carla, is_shared=True, name="B"), keep(graph, otto, name="A")
    keep(graph, carla, name="Van Carla alleen")
    graph.write(alerts.switch_on, actor=carla, question_id=first, account_id=otto.account_id or "", rhythm=Rhythm.DAILY)

    def ids(**selection: object) -> list[str]:
        chosen = Selection(**selection)  # type: ignore[arg-type]
        found = graph.read(saved.listing, actor=otto, selection=chosen, skip=0, limit=9)
        assert graph.read(saved.counts, actor=otto, selection=chosen).total == len(found)
        return [each.id for each in found]

    assert ids() == [second, first]
    assert sorted(ids(newest_first=True)) == sorted([first, second])
    assert ids(whose=Whose.OWN) == [second]
    assert ids(whose=Whose.OTHERS) == ids(whose=Whose.TOLD) == [first]
    assert ids(ask=Ask.PARTNERS) == []
    counts = graph.read(saved.counts, actor=otto, selection=Selection(whose=Whose.OWN))
    assert (counts.asks[Ask.SILENT], counts.asks[Ask.PARTNERS]) == (1, 0)
    assert counts.whose == {Whose.OWN: 1, Whose.OTHERS: 1, Whose.TOLD: 1}


def test_only_the_owner_or_for_a_shared_one_the_administrator_changes_it(graph: Graph, given: Given) -> None:
    carla, otto = colleague(given, "Carla"), colleague(given, "Otto")
    vera = colleague(given, "Vera", Role.ADMINISTRATOR)
    shared = keep(graph, carla, is_shared=True)
    with pytest.raises(NotAllowed):
        graph.write(saved.remove, actor=otto, question_id=shared)
    graph.write(saved.remove, actor=vera, question_id=shared)
    assert graph.read(saved.counts, actor=carla).total == 0


def test_a_change_on_an_older_version_is_a_conflict_and_changes_nothing(graph: Graph, given: Given) -> None:
    carla = colleague(given, "Carla")
    own = keep(graph, carla)

    def change(version: int, name: str) -> bool:
        return graph.write(
            saved.change,
            actor=carla,
            question_id=own,
            version=version,
            name=name,
            is_shared=False,
            question=Question(Ask.SILENT, number=12),
        )

    assert change(1, "Nieuw") is False
    with pytest.raises(Conflict) as conflict:
        change(1, "Ook nieuw")
    assert conflict.value.current["name"] == "Nieuw"
    assert graph.read(saved.read, actor=carla, question_id=own).name == "Nieuw"


@pytest.mark.parametrize("name", ["", "   ", "x" * 301, "regel\u202eom", "nul\x00"])
def test_a_name_that_cannot_be_is_refused(graph: Graph, given: Given, name: str) -> None:
    carla = colleague(given, "Carla")
    with pytest.raises(Invalid) as wrong:
        keep(graph, carla, name=name)
    assert wrong.value.field == "name"


def test_who_has_no_right_keeps_nothing(graph: Graph, given: Given) -> None:
    for actor in (VISITOR, colleague(given, "Anna", Role.INITIATOR)):
        with pytest.raises(NotAllowed):
            keep(graph, actor)
        with pytest.raises(NotAllowed):
            graph.read(saved.listing, actor=actor, skip=0, limit=9)


def test_who_looks_at_an_earlier_day_keeps_nothing(graph: Graph, given: Given) -> None:
    carla = colleague(given, "Carla")
    past = Actor(carla.name, carla.account_id, carla.person_id, carla.roles, only_reads=True)
    with pytest.raises(NotAllowed):
        keep(graph, past)


def test_only_who_can_be_told_is_a_reviewer(graph: Graph, given: Given) -> None:
    carla, anna = colleague(given, "Carla"), colleague(given, "Anna", Role.INITIATOR)
    otto = colleague(given, "Otto", Role.ORGANISER)
    graph.write(accounts.disable, actor=SYSTEM, account_id=otto.account_id or "")
    assert [each.name for each in graph.read(alerts.reviewers, actor=carla)] == ["Carla"]
    for other in (anna, otto):
        with pytest.raises(Invalid):
            graph.write(
                alerts.switch_on,
                actor=carla,
                question_id=keep(graph, carla),
                account_id=other.account_id or "",
                rhythm=Rhythm.DAILY,
            )
