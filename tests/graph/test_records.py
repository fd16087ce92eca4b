"""Making, changing, ending and removing records, each with its audit lines."""

from __future__ import annotations

import datetime as dt
import threading
from typing import TYPE_CHECKING

import pytest

from graph import audit, checks, clock, ids, records
from graph.errors import AlreadyExists, Conflict, Invalid, NotAllowed, NotFound
from graph.links import LinkField, Tie, of_record
from graph.model import Kind, Link, Visibility
from graph.properties import Reason
from graph.rights import SYSTEM, VISITOR, Actor, Role
from graph.values import to_python

if TYPE_CHECKING:
    from graph.store import Graph, Transaction
    from tests.given import Given

BUILDER = Actor(name="Bea Bruggen", account_id="bea", roles=frozenset({Role.BRIDGE_BUILDER}))
ORGANISER = Actor(name="Ot Organisator", account_id="ot", roles=frozenset({Role.ORGANISER}))
NOON = dt.datetime(2026, 11, 23, 11, 0, tzinfo=dt.UTC)
ABOUT = LinkField(Link.HAS_THEME, Kind.THEME)
UNDER_GOAL = LinkField(Link.PART_OF, Kind.GOAL)


def now(graph: Graph, record_id: str) -> records.RecordNow:
    return graph.read(records.read, actor=SYSTEM, record_id=record_id)


def add(graph: Graph, **properties: object) -> str:
    return graph.write(records.add, actor=BUILDER, kind=Kind.INITIATIVE, properties={"name": "Bijenlint"} | properties)


def change(graph: Graph, record_id: str, version: int, **properties: object) -> None:
    graph.write(records.change, actor=BUILDER, record_id=record_id, version=version, properties=properties)


def test_a_new_record_is_a_draft_with_identity_time_and_version(graph: Graph) -> None:
    with clock.at(NOON):
        made = now(graph, add(graph, summary="Bloemen", started_on=dt.date(2026, 3, 1)))
    assert made.kind is Kind.INITIATIVE
    assert made.version == 1
    assert made.visibility is Visibility.DRAFT
    assert made.properties["created_at"] == made.properties["updated_at"] == NOON
    assert made.properties["started_on"] == dt.date(2026, 3, 1)
    assert made.properties["lang"] == "nl"
    assert ids.is_id(made.properties["id"])


def test_check_1_a_name_with_cypher_in_it_is_stored_to_the_letter(graph: Graph) -> None:
    name = "x'}) DETACH DELETE n // `$(`"
    assert now(graph, add(graph, name=name)).properties["name"] == name


def test_check_57_the_same_id_twice_makes_one_record(graph: Graph) -> None:
    record_id = ids.new_id()
    for name in ("Bijenlint", "Bijenlint nog eens"):
        made = graph.write(
            records.add, actor=BUILDER, kind=Kind.INITIATIVE, properties={"name": name}, record_id=record_id
        )
        assert made == record_id
    assert now(graph, record_id).properties["name"] == "Bijenlint"
    assert len(graph.read(audit.for_record, actor=BUILDER, record_id=record_id)) == 3  # name, lang, visibility


@pytest.mark.parametrize("actor", [VISITOR, ORGANISER])
def test_check_28_who_may_not_edit_changes_nothing(graph: Graph, given: Given, actor: Actor) -> None:
    record_id = given.initiative(name="Bijenlint")
    before = now(graph, record_id)
    named = {"actor": actor, "record_id": record_id, "version": 1}
    with pytest.raises(NotAllowed):
        graph.write(records.add, actor=actor, kind=Kind.THEME, properties={"name": "Groen"})
    with pytest.raises(NotAllowed):
        graph.write(records.change, **named, properties={"name": "Anders"})
    with pytest.raises(NotAllowed):
        graph.write(records.show, **named, visibility=Visibility.DRAFT)
    with pytest.raises(NotAllowed):
        graph.write(records.end, **named, on=clock.today())
    with pytest.raises(NotAllowed):
        graph.write(records.reopen, **named)
    with pytest.raises(NotAllowed):
        graph.write(records.remove, **named)
    assert now(graph, record_id) == before


def test_a_visitor_reads_published_records_only(graph: Graph, given: Given) -> None:
    draft = given.initiative(visibility=Visibility.DRAFT)
    with pytest.raises(NotFound):
        graph.read(records.read, actor=VISITOR, record_id=draft)
    assert graph.read(records.read, actor=VISITOR, record_id=given.initiative()).version == 1


def test_a_change_counts_and_leaves_a_line_per_field(graph: Graph) -> None:
    record_id = add(graph, summary="Oud")
    change(graph, record_id, 1, summary="Nieuw", status="running")
    changed = now(graph, record_id)
    assert (changed.version, changed.properties["summary"], changed.properties["status"]) == (2, "Nieuw", "running")
    lines = graph.read(audit.since_version, actor=BUILDER, record_id=record_id, version=1)
    assert {(line.action, line.field, line.old, line.new, line.version) for line in lines} == {
        ("change", "summary", "Oud", "Nieuw", 2),
        ("change", "status", None, "running", 2),
    }


def test_an_emptied_field_disappears(graph: Graph) -> None:
    record_id = add(graph, summary="Weg ermee")
    change(graph, record_id, 1, summary="")
    assert "summary" not in now(graph, record_id).properties


def test_a_change_that_changes_nothing_does_not_count(graph: Graph) -> None:
    record_id = add(graph)
    change(graph, record_id, 1, name=" Bijenlint ")
    assert now(graph, record_id).version == 1


def test_who_saw_an_older_version_gets_the_present_one(graph: Graph) -> None:
    record_id = add(graph)
    change(graph, record_id, 1, name="Bijenlint Noord")
    with pytest.raises(Conflict) as conflict:
        change(graph, record_id, 1, name="Bijenlint Zuid")
    assert conflict.value.current["name"] == "Bijenlint Noord"
    assert now(graph, record_id).properties["name"] == "Bijenlint Noord"


def test_of_people_who_change_a_record_at_once_one_succeeds(committed: Graph) -> None:
    record_id = add(committed)
    outcomes: list[str] = []
    together = threading.Barrier(8)

    def rename(name: str) -> None:
        together.wait()
        try:
            change(committed, record_id, 1, name=name)
            outcomes.append("changed")
        except Conflict:
            outcomes.append("conflict")

    threads = [threading.Thread(target=rename, args=(name,)) for name in "ABCDEFGH"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["changed"] + ["conflict"] * 7
    assert now(committed, record_id).version == 2


def test_publishing_and_taking_back(graph: Graph) -> None:
    record_id = add(graph)
    graph.write(records.show, actor=BUILDER, record_id=record_id, version=1, visibility=Visibility.PUBLISHED)
    assert graph.read(records.read, actor=VISITOR, record_id=record_id).version == 2
    graph.write(records.show, actor=BUILDER, record_id=record_id, version=2, visibility=Visibility.DRAFT)
    with pytest.raises(NotFound):
        graph.read(records.read, actor=VISITOR, record_id=record_id)


def test_an_ended_record_keeps_its_history_and_can_be_reopened(graph: Graph, given: Given) -> None:
    theme, other = given.theme(), given.theme()
    record_id = given.initiative(themes=[theme])
    given.initiative(themes=[other])
    today = clock.today()
    graph.write(records.end, actor=BUILDER, record_id=record_id, version=1, on=today)
    assert now(graph, record_id).properties["until"] == today
    assert themes(graph, record_id) == []
    graph.write(records.reopen, actor=BUILDER, record_id=record_id, version=2)
    assert "until" not in now(graph, record_id).properties
    assert themes(graph, record_id) == [theme]


def themes(graph: Graph, record_id: str) -> list[str]:
    return [each.other_id for each in graph.read(of_record, record_id=record_id, types=[Link.HAS_THEME])]


def test_reopening_takes_up_one_link_per_pair_and_no_second_contact_person(graph: Graph, given: Given) -> None:
    first, second = given.person(), given.person()
    initiative = given.initiative(contact=[first])
    graph.write(records.end, actor=BUILDER, record_id=first, version=1, on=clock.today())
    contact = LinkField(Link.CONTACT_FOR, Kind.PERSON, outgoing=False)
    graph.write(
        records.change, actor=BUILDER, record_id=initiative, version=1, properties={}, ties={contact: [Tie(second)]}
    )
    graph.write(records.reopen, actor=BUILDER, record_id=first, version=2)
    found = graph.read(of_record, record_id=initiative, types=[Link.CONTACT_FOR])
    assert [each.other_id for each in found] == [second]


def contact_periods(graph: Graph) -> set[tuple[str, dt.date | None]]:
    """Until when who is or was a contact person."""

    def ask(tx: Transaction) -> set[tuple[str, dt.date | None]]:
        found = tx.run("MATCH (person:Person)-[link:CONTACT_FOR]->() RETURN person.id AS id, link.until AS until")
        return {(each["id"], to_python(each["until"])) for each in found}

    return graph.read(ask)


def broken(tx: Transaction) -> list[checks.Violation]:
    return [each for check in checks.CHECKS for each in checks.run(tx, check)]


def test_what_was_to_end_later_ends_with_the_record_and_is_taken_up_until_that_day(graph: Graph, given: Given) -> None:
    today, later = clock.today(), clock.today() + dt.timedelta(days=30)
    leaves, left = given.person(), given.person()
    begun, gone = dt.date(2024, 1, 1), today - dt.timedelta(days=3)
    shown = given.initiative(contact=[Tie(left, since=begun, until=gone), Tie(leaves, since=gone, until=later)])
    graph.write(records.end, actor=BUILDER, record_id=leaves, version=1, on=today)
    assert contact_periods(graph) == {(left, gone), (leaves, today)}
    assert graph.read(broken) == []
    graph.write(records.reopen, actor=BUILDER, record_id=leaves, version=2)
    assert contact_periods(graph) == {(left, gone), (leaves, later)}
    # What had ended already keeps the day on which it did.
    graph.write(records.end, actor=BUILDER, record_id=shown, version=1, on=today - dt.timedelta(days=9))
    assert (left, gone) in contact_periods(graph)
    assert graph.read(broken) == []


def test_who_comes_back_is_no_second_contact_person_beside_one_who_stops_later(graph: Graph, given: Given) -> None:
    later = clock.today() + dt.timedelta(days=30)
    first, second = given.person(), given.person()
    shown = given.initiative(contact=[Tie(first, until=later)])
    graph.write(records.end, actor=BUILDER, record_id=first, version=1, on=clock.today())
    contact = {LinkField(Link.CONTACT_FOR, Kind.PERSON, outgoing=False): [Tie(second, until=later)]}
    graph.write(records.change, actor=BUILDER, record_id=shown, version=1, properties={}, ties=contact)
    graph.write(records.reopen, actor=BUILDER, record_id=first, version=2)
    assert contact_periods(graph) == {(first, clock.today()), (second, later)}


def test_a_record_cannot_end_in_the_future(graph: Graph) -> None:
    record_id = add(graph)
    with pytest.raises(Invalid) as refused:
        graph.write(records.end, actor=BUILDER, record_id=record_id, version=1, on=clock.today() + dt.timedelta(days=1))
    assert (refused.value.field, refused.value.reason) == ("until", Reason.IN_FUTURE)


def test_a_removed_record_is_gone_for_everybody_but_its_history(graph: Graph, given: Given) -> None:
    theme = given.theme()
    record_id = given.initiative(themes=[theme], summary="Bloemen langs de weg")
    graph.write(records.remove, actor=BUILDER, record_id=record_id, version=1)
    with pytest.raises(NotFound):
        now(graph, record_id)
    with pytest.raises(NotFound):
        change(graph, record_id, 2, name="Terug")
    lines = graph.read(audit.for_record, actor=BUILDER, record_id=record_id)
    assert ("remove", "published", "removed") in {(line.action, line.old, line.new) for line in lines}


def test_two_areas_cannot_share_a_code(committed: Graph) -> None:
    def area(code: str) -> str:
        return committed.write(records.add, actor=BUILDER, kind=Kind.AREA, properties={"name": "Wijk", "code": code})

    area("WK01")
    with pytest.raises(AlreadyExists) as refused:
        area("WK01")
    assert refused.value.field == "code"


def test_a_goal_is_never_part_of_itself_or_of_what_is_part_of_it(committed: Graph) -> None:
    def goal(name: str, parent: str | None = None) -> str:
        ties = {UNDER_GOAL: [Tie(parent)]} if parent else {}
        return committed.write(records.add, actor=BUILDER, kind=Kind.GOAL, properties={"name": name}, ties=ties)

    top = goal("Opgave")
    middle = goal("Hoofddoel", top)
    low = goal("Subdoel", middle)
    for parent in (top, middle, low):
        with pytest.raises(Invalid) as refused:
            committed.write(
                records.change,
                actor=BUILDER,
                record_id=top,
                version=1,
                properties={"name": "Anders"},
                ties={UNDER_GOAL: [Tie(parent)]},
            )
        assert (refused.value.field, refused.value.reason) == (Link.PART_OF, Reason.CIRCLE)
    assert now(committed, top).properties["name"] == "Opgave"


def test_an_initiative_has_one_contact_person(committed: Graph) -> None:
    def person(name: str) -> str:
        return committed.write(records.add, actor=BUILDER, kind=Kind.PERSON, properties={"name": name})

    contact = LinkField(Link.CONTACT_FOR, Kind.PERSON, outgoing=False)
    with pytest.raises(Invalid) as refused:
        committed.write(
            records.add,
            actor=BUILDER,
            kind=Kind.INITIATIVE,
            properties={"name": "Bijenlint"},
            ties={contact: [Tie(person("Carla")), Tie(person("Bram"))]},
        )
    assert refused.value.reason == Reason.ONLY_ONE


def test_only_an_alderman_holds_a_portfolio(committed: Graph) -> None:
    theme = committed.write(records.add, actor=BUILDER, kind=Kind.THEME, properties={"name": "Groen"})
    holds = {LinkField(Link.PORTFOLIO_HOLDER_OF, Kind.THEME): [Tie(theme)]}
    alderman = committed.write(
        records.add,
        actor=BUILDER,
        kind=Kind.PERSON,
        properties={"name": "Wil Wethouder", "person_kind": "alderman"},
        ties=holds,
    )
    for version, properties in [(1, {"person_kind": "official"}), (1, {"person_kind": None})]:
        with pytest.raises(Invalid) as refused:
            committed.write(records.change, actor=BUILDER, record_id=alderman, version=version, properties=properties)
        assert (refused.value.field, refused.value.reason) == (Link.PORTFOLIO_HOLDER_OF, Reason.NOT_AN_ALDERMAN)


def test_the_history_names_who_did_it_and_the_other_end(graph: Graph, given: Given) -> None:
    theme = given.theme(name="Groen")
    record_id = graph.write(
        records.add,
        actor=BUILDER,
        kind=Kind.INITIATIVE,
        properties={"name": "Bijenlint"},
        ties={ABOUT: [Tie(theme)]},
    )
    lines = graph.read(audit.for_record, actor=BUILDER, record_id=record_id)
    assert ("link", "HAS_THEME", "Groen") in {(line.action, line.field, line.other_name) for line in lines}
    assert {line.by_system for line in lines} == {False}
    assert {line.by_system for line in graph.read(audit.for_record, actor=BUILDER, record_id=theme)} == {True}
    with pytest.raises(NotAllowed):
        graph.read(audit.for_record, actor=VISITOR, record_id=record_id)
