"""Who keeps which record, the review, and handing everything over in one act."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from graph import audit, clock, keepers, links, records
from graph.duplicates import merging
from graph.errors import Invalid, NotAllowed, NotFound
from graph.keepers import LoadOrder, LoadSelection, Order, Selection, Standing, When
from graph.links import Tie
from graph.mentions import Spoken
from graph.model import Kind, Link, PersonKind, Visibility
from graph.rights import SYSTEM, VISITOR, Actor, Role
from graph.store import Graph, Transaction
from graph.values import to_python
from tests.given import Given

STAFF = Actor(name="Carla Fictie", account_id="account", roles=frozenset({Role.BRIDGE_BUILDER}))
NOON = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)
LATE, AHEAD = dt.date(2026, 11, 1), dt.date(2027, 5, 1)
EVERYTHING = frozenset(Link)


def official(given: Given, name: str, kind: PersonKind = PersonKind.OFFICIAL) -> str:
    return given.person(name=name, person_kind=kind)


def tasks(graph: Graph, person: str) -> set[tuple[Link, str]]:
    found = graph.read(links.of_record, record_id=person, types=EVERYTHING)
    return {(each.link, each.other_name) for each in found if each.outgoing}


def test_each_keeper_has_a_load_with_what_is_overdue(graph: Graph, given: Given) -> None:
    carla, bram = official(given, "Carla"), official(given, "Bram")
    given.goal(name="Doel", keeper=[carla], review_on=LATE)
    given.initiative(name="Plukroute", keeper=[carla], contact=[Tie(carla, since=LATE)], review_on=AHEAD)
    given.theme(name="Thema", keeper=[bram])
    given.theme(name="Van niemand")
    with clock.at(NOON):
        first, second = graph.read(keepers.loads, actor=STAFF).rows
        late = [(each.mention.name, each.days_late) for each in graph.read(keepers.overdue, actor=STAFF)]
        nobody = graph.read(keepers.listing, actor=STAFF, selection=Selection(nobody=True), skip=0, limit=50)
        hers = graph.read(keepers.listing, actor=STAFF, selection=Selection(keeper=carla), skip=0, limit=50)
    assert (first.person.name, first.records, first.overdue, first.contacts) == ("Carla", 2, 1, 1)
    assert (second.person.name, second.records, second.overdue) == ("Bram", 1, 0)
    assert late == [("Doel", 22)]
    assert "Van niemand" in [each.mention.name for each in nobody.rows]
    assert [each.mention.name for each in hers.rows] == ["Doel", "Plukroute"]
    assert (hers.moments[When.OVERDUE], hers.kinds[Kind.GOAL], sum(hers.keepers.values())) == (1, 1, 3)
    assert hers.nobodys == nobody.total == nobody.nobodys
    assert nobody.keepers == hers.keepers
    with pytest.raises(NotAllowed):
        graph.read(keepers.loads, actor=VISITOR)


def test_loads_are_filtered_counted_sorted_and_paged(graph: Graph, given: Given) -> None:
    carla, bram, left = official(given, "Carla"), official(given, "Bram"), official(given, "Aad")
    for name in ("Doel 1", "Doel 2"):
        given.goal(name=name, keeper=[carla], review_on=AHEAD)
    given.theme(name="Thema", keeper=[carla], review_on=LATE)
    given.theme(name="Ander thema", keeper=[bram], review_on=AHEAD)
    given.initiative(contact=[Tie(bram, since=LATE)])
    given.theme(name="Derde thema", keeper=[left], review_on=AHEAD)
    now = graph.read(records.read, actor=SYSTEM, record_id=left)
    ended = {"until": NOON.date() - dt.timedelta(days=1)}
    graph.write(records.change, actor=SYSTEM, record_id=left, version=now.version, properties=ended)

    def found(**selection: object) -> keepers.Loads:
        with clock.at(NOON):
            return graph.read(keepers.loads, actor=STAFF, selection=LoadSelection(**selection))  # type: ignore[arg-type]

    def names(**selection: object) -> list[str]:
        return [each.person.name for each in found(**selection).rows]

    assert names() == ["Aad", "Carla", "Bram"]
    assert names(order=LoadOrder.MOST)[0] == "Carla"
    assert names(order=LoadOrder.CONTACTS)[0] == "Bram"
    assert names(order=LoadOrder.NAME) == ["Aad", "Bram", "Carla"]
    assert names(kind=Kind.GOAL) == ["Carla"]
    assert [each.records for each in found(kind=Kind.THEME, order=LoadOrder.NAME).rows] == [1, 1, 1]
    assert names(standing=Standing.LEFT) == ["Aad"]
    assert names(kind=Kind.GOAL, standing=Standing.OVERDUE) == []
    assert found().kinds == {Kind.GOAL: 1, Kind.THEME: 3}
    assert found(standing=Standing.OVERDUE).kinds == {Kind.THEME: 1}
    assert found(kind=Kind.GOAL).standings == {}
    assert found().standings == {Standing.LEFT: 1, Standing.OVERDUE: 1}
    with clock.at(NOON):
        page = graph.read(keepers.loads, actor=STAFF, skip=1, limit=1)
    assert (page.total, [each.person.name for each in page.rows]) == (3, ["Carla"])


def test_who_is_the_contact_of_initiatives_and_keeps_nothing_has_a_load(graph: Graph, given: Given) -> None:
    ine, left = official(given, "Ine"), official(given, "Aad")
    given.initiative(until=LATE, contact=[left])
    for name in ("Plein", "Tuin"):
        given.initiative(name=name, contact=[Tie(ine, since=LATE)])
    given.initiative(name="Voorbij", until=LATE, contact=[ine])
    given.initiative(name="Komt", contact=[Tie(ine, since=AHEAD)])
    given.initiative(name="Gaat", contact=[Tie(ine, since=LATE, until=AHEAD)])
    with clock.at(NOON):
        every = graph.read(keepers.loads, actor=STAFF)
        goals = graph.read(keepers.loads, actor=STAFF, selection=LoadSelection(kind=Kind.GOAL))
    assert [(each.person.id, each.records, each.contacts) for each in every.rows] == [(ine, 0, 3)]
    assert goals.rows == ()


def test_the_number_of_a_load_is_that_of_the_list_it_leads_to(graph: Graph, given: Given) -> None:
    """Of a record that two keep, one merged into another, and one that is over."""
    first, second = official(given, "Carla"), official(given, "Bram")
    given.goal(name="Van beiden", keeper=[Tie(first, since=dt.date(2025, 1, 1)), Tie(second, since=LATE)])
    given.goal(name="Van Bram", keeper=[second], review_on=LATE)
    given.theme(name="Thema", keeper=[second], review_on=AHEAD)
    given.theme(name="Voorbij", keeper=[second], until=LATE)
    kept, double = given.organisation(name="De Korf", keeper=[second]), given.organisation(name="Korf", keeper=[second])
    merged = {"survivor_id": kept, "loser_id": double, "survivor_version": 1, "loser_version": 1}
    graph.write(merging.merge, actor=SYSTEM, **merged)
    with clock.at(NOON):
        loads = graph.read(keepers.loads, actor=STAFF).rows
        for load in loads:
            for kind in (None, Kind.GOAL, Kind.THEME, Kind.ORGANISATION):
                for when in (None, When.OVERDUE):
                    chosen = Selection(keeper=load.person.id, kind=kind, when=when)
                    listed = graph.read(keepers.listing, actor=STAFF, selection=chosen, skip=0, limit=50)
                    number = load.of(kind).records if when is None else load.of(kind).overdue
                    assert number == listed.total == len(listed.rows), (load.person.name, kind, when)
    assert {load.person.name: (load.records, load.overdue) for load in loads} == {"Carla": (1, 0), "Bram": (3, 1)}


@pytest.mark.parametrize("nobody", [True, False])
def test_the_list_counts_and_shows_the_same(graph: Graph, given: Given, nobody: bool) -> None:  # noqa: FBT001
    """For each moment and kind, on the days where one moment becomes the next; in both orders and in pages."""
    kept = [] if nobody else [official(given, "Carla")]
    today = NOON.date()
    for number, days in enumerate((-1, 0, 30, 31)):
        given.theme(name=f"Thema {9 - number}", keeper=kept, review_on=today + dt.timedelta(days=days))
    given.goal(name="Doel", keeper=kept, review_on=LATE)
    given.theme(name="Voorbij", keeper=kept, until=LATE)

    def found(skip: int = 0, limit: int = 9, **choice: Any) -> tuple[int, list[str]]:
        selection = Selection(nobody=nobody, **{"kind": Kind.THEME, **choice})
        with clock.at(NOON):
            page = graph.read(keepers.listing, actor=STAFF, selection=selection, skip=skip, limit=limit)
            some = graph.read(keepers.rows, actor=STAFF, selection=selection, skip=skip, limit=limit)
        assert list(page.rows) == some
        assert page.kinds[Kind.GOAL] == (choice.get("when") in {None, When.OVERDUE})
        assert page.moments == {When.OVERDUE: 1, When.SOON: 2, When.LATER: 1}
        return page.total, [each.mention.name for each in page.rows]

    assert found() == (4, ["Thema 9", "Thema 8", "Thema 7", "Thema 6"])
    assert found(order=Order.NAME) == (4, ["Thema 6", "Thema 7", "Thema 8", "Thema 9"])
    assert found(skip=1, limit=2) == (4, ["Thema 8", "Thema 7"])
    assert found(when=When.OVERDUE) == (1, ["Thema 9"])
    assert found(when=When.SOON) == (2, ["Thema 8", "Thema 7"])
    assert found(when=When.LATER) == (1, ["Thema 6"])


def test_a_review_moves_the_day_forward_and_leaves_a_line(graph: Graph, given: Given) -> None:
    goal = given.goal(name="Doel", keeper=[official(given, "Carla")], review_on=LATE)
    with clock.at(NOON):
        assert graph.write(keepers.review, actor=STAFF, record_id=goal) == dt.date(2027, 11, 23)
        assert graph.write(keepers.review, actor=STAFF, record_id=goal) == dt.date(2027, 11, 23)
        assert graph.read(keepers.overdue, actor=STAFF) == []
        shown = graph.read(keepers.of_record, actor=STAFF, record_id=goal)
    assert shown is not None
    assert (shown.when, shown.keeper and shown.keeper.name) == (When.LATER, "Carla")
    lines = [each for each in graph.read(audit.for_record, actor=STAFF, record_id=goal) if each.action == "review"]
    assert [(each.field, each.old, each.new) for each in lines] == [("review_on", "2026-11-01", "2027-11-23")]
    with pytest.raises(NotAllowed):
        graph.write(keepers.review, actor=VISITOR, record_id=goal)
    with pytest.raises(NotFound):
        graph.write(keepers.review, actor=STAFF, record_id="nothing")


def test_the_first_review_is_counted_from_the_day_on_which_a_record_was_made_here(graph: Graph, given: Given) -> None:
    """At half past twelve at night it still is the day before in UTC."""
    carla = official(given, "Carla")
    with clock.at(dt.datetime(2026, 11, 22, 23, 30, tzinfo=dt.UTC)):
        kept, nobodys = given.goal(name="Doel", keeper=[carla]), given.goal(name="Van niemand")
    day = dt.date(2027, 11, 23)
    with clock.at(dt.datetime.combine(day, dt.time(12), dt.UTC)):
        for record in (kept, nobodys):
            shown = graph.read(keepers.of_record, actor=STAFF, record_id=record)
            assert shown is not None
            assert (shown.review_on, shown.when) == (day, When.SOON)
        for nobody in (True, False):
            chosen = Selection(kind=Kind.GOAL, nobody=nobody)
            found = graph.read(keepers.listing, actor=STAFF, selection=chosen, skip=0, limit=9)
            assert [each.review_on for each in found.rows] == [day]
            assert found.moments == {When.SOON: 1}


def test_what_was_adopted_can_be_looked_at(graph: Graph, given: Given) -> None:
    framework = given.record(Kind.ASSESSMENT_FRAMEWORK, name="Kader", framework_state="adopted", review_on=LATE)
    assert graph.write(keepers.review, actor=STAFF, record_id=framework) > clock.today()


def test_everything_goes_over_in_one_act_and_the_past_stays(graph: Graph, given: Given) -> None:
    carla, bram = official(given, "Carla"), official(given, "Bram")
    shown = given.initiative(name="Plukroute", contact=[Tie(carla, since=LATE)], keeper=[Tie(carla, since=LATE)])
    given.goal(name="Doel", account_holder=[Tie(carla, {"expertise": "bijen"}, since=LATE)])
    promise = given.record(Kind.COMMITMENT, name="Beloofd", promised_by=[carla])
    given.record(Kind.COMMITMENT, name="Nagekomen", promised_by=[carla], kept_on=LATE)
    before = graph.read(records.read, actor=SYSTEM, record_id=shown).version
    with clock.at(NOON):
        seen = graph.read(keepers.preview, actor=STAFF, person_id=carla, to_id=bram)
        moved = graph.write(keepers.hand_over, actor=STAFF, person_id=carla, to_id=bram, types=EVERYTHING)
        again = graph.write(keepers.hand_over, actor=STAFF, person_id=carla, to_id=bram, types=EVERYTHING)
    assert (len(seen.moves), moved, again) == (4, 4, 0)
    assert tasks(graph, bram) == {
        (Link.CONTACT_FOR, "Plukroute"),
        (Link.KEEPS, "Plukroute"),
        (Link.ACCOUNT_HOLDER_OF, "Doel"),
        (Link.KEEPS, "Beloofd"),
    }
    assert tasks(graph, carla) == {(Link.MADE, "Beloofd"), (Link.MADE, "Nagekomen")}
    (remit,) = [
        each
        for each in graph.read(links.of_record, record_id=bram, types=[Link.ACCOUNT_HOLDER_OF])
        if each.other_name == "Doel"
    ]
    assert (remit.properties["expertise"], remit.properties["since"]) == ("bijen", dt.date(2026, 11, 23))
    lines = graph.read(audit.for_record, actor=STAFF, record_id=shown)
    assert sorted((each.action, each.field) for each in lines if each.action.endswith("link"))[-4:] == [
        ("link", "CONTACT_FOR"),
        ("link", "CONTACT_FOR"),
        ("link", "KEEPS"),
        ("link", "KEEPS"),
    ]
    assert graph.read(records.read, actor=SYSTEM, record_id=shown).version == before + 1
    history = graph.read(audit.for_record, actor=STAFF, record_id=promise)
    assert ("link", "KEEPS") in [(each.action, each.field) for each in history]


def test_only_what_the_other_can_have_goes_over(graph: Graph, given: Given) -> None:
    els, hassan = official(given, "Els", PersonKind.ALDERMAN), official(given, "Hassan", PersonKind.ALDERMAN)
    bram = official(given, "Bram")
    given.theme(name="Groen", holder=[els])
    given.theme(name="Water", keeper=[els])
    seen = graph.read(keepers.preview, actor=STAFF, person_id=els, to_id=bram)
    assert [each.mention.name for each in seen.stays] == ["Groen"]
    graph.write(keepers.hand_over, actor=STAFF, person_id=els, to_id=bram, types={Link.KEEPS, Link.PORTFOLIO_HOLDER_OF})
    assert tasks(graph, els) == {(Link.PORTFOLIO_HOLDER_OF, "Groen")}
    graph.write(keepers.hand_over, actor=STAFF, person_id=els, to_id=hassan, types=EVERYTHING)
    assert tasks(graph, hassan) == {(Link.PORTFOLIO_HOLDER_OF, "Groen")}
    with pytest.raises(Invalid):
        graph.read(keepers.preview, actor=STAFF, person_id=els, to_id=els)
    with pytest.raises(Invalid):
        graph.read(keepers.preview, actor=STAFF, person_id=els, to_id=given.person(name="Bewoner"))
    with pytest.raises(NotAllowed):
        graph.write(keepers.hand_over, actor=VISITOR, person_id=els, to_id=bram, types=EVERYTHING)


def periods(graph: Graph, link: Link) -> set[tuple[str, dt.date | None, dt.date | None]]:
    """Who has the links of a type, from when and until when."""

    def ask(tx: Transaction) -> set[tuple[str, dt.date | None, dt.date | None]]:
        found = tx.run(
            "MATCH (person:Person)-[link]->() WHERE type(link) = $type "
            "RETURN person.name AS name, link.since AS since, link.until AS until",
            {"type": link.value},
        )
        return {(each["name"], to_python(each["since"]), to_python(each["until"])) for each in found}

    return graph.read(ask)


def test_a_task_with_a_planned_last_day_goes_over_until_that_day(graph: Graph, given: Given) -> None:
    ina, bram = official(given, "Ina"), official(given, "Bram")
    planned = [Tie(ina, since=LATE, until=AHEAD)]
    given.initiative(name="De Kavel", contact=planned, keeper=planned)
    with clock.at(NOON):
        seen = graph.read(keepers.preview, actor=STAFF, person_id=ina, to_id=bram)
        moved = graph.write(keepers.hand_over, actor=STAFF, person_id=ina, to_id=bram, types=EVERYTHING)
        again = graph.write(keepers.hand_over, actor=STAFF, person_id=ina, to_id=bram, types=EVERYTHING)
    assert (seen.person.load, len(seen.moves), moved, again) == (2, 2, 2, 0)
    for link in (Link.CONTACT_FOR, Link.KEEPS):
        assert periods(graph, link) == {("Ina", LATE, NOON.date()), ("Bram", NOON.date(), AHEAD)}


def test_who_is_to_be_the_contact_later_takes_over_until_then_too(graph: Graph, given: Given) -> None:
    ina, bram = official(given, "Ina"), official(given, "Bram")
    given.initiative(contact=[Tie(ina, since=LATE, until=AHEAD), Tie(bram, since=AHEAD)])
    with clock.at(NOON):
        assert graph.write(keepers.hand_over, actor=STAFF, person_id=ina, to_id=bram, types=EVERYTHING) == 1
    assert periods(graph, Link.CONTACT_FOR) == {
        ("Ina", LATE, NOON.date()),
        ("Bram", NOON.date(), AHEAD),
        ("Bram", AHEAD, None),
    }


def test_a_task_that_begins_later_does_so_for_who_takes_over(graph: Graph, given: Given) -> None:
    els, hassan = official(given, "Els", PersonKind.ALDERMAN), official(given, "Hassan", PersonKind.ALDERMAN)
    given.theme(name="Groen", holder=[Tie(els, since=AHEAD)])
    with clock.at(NOON):
        moved = graph.write(keepers.hand_over, actor=STAFF, person_id=els, to_id=hassan, types=EVERYTHING)
        again = graph.write(keepers.hand_over, actor=STAFF, person_id=els, to_id=hassan, types=EVERYTHING)
    assert (moved, again) == (1, 0)
    assert periods(graph, Link.PORTFOLIO_HOLDER_OF) == {("Els", AHEAD, AHEAD), ("Hassan", AHEAD, None)}


def test_open_decisions_and_next_steps_go_over(graph: Graph, given: Given) -> None:
    carla, bram = official(given, "Carla"), official(given, "Bram")
    given.record(Kind.INTERACTION, name="Gebeld", visibility=Visibility.DRAFT, held_by=[carla], next_step="Terugbellen")
    given.record(Kind.INTERACTION, name="Klaar", visibility=Visibility.DRAFT, held_by=[carla])
    assert graph.write(keepers.hand_over, actor=STAFF, person_id=carla, to_id=bram, types=EVERYTHING) == 1
    assert tasks(graph, bram) == {(Link.KEEPS, "Gebeld")}
    moves = graph.read(keepers.preview, actor=STAFF, person_id=bram, to_id=None).moves
    # The name of a contact is what was said, so it is not shown.
    assert [(each.link, each.mention.name, each.spoken) for each in moves] == [(Link.KEEPS, "", Spoken(None, None))]


def test_who_makes_a_record_keeps_it(graph: Graph, given: Given) -> None:
    carla, bram = official(given, "Carla"), official(given, "Bram")
    staff = Actor(name="Carla", account_id="account", person_id=carla, roles=frozenset({Role.BRIDGE_BUILDER}))
    with clock.at(NOON):
        own = graph.write(records.add, actor=staff, kind=Kind.GOAL, properties={"name": "Eigen doel"})
    graph.write(
        records.add, actor=staff, kind=Kind.GOAL, properties={"name": "Van Bram"}, ties={records.KEEPER: [Tie(bram)]}
    )
    assert tasks(graph, carla) == {(Link.KEEPS, "Eigen doel")}
    assert tasks(graph, bram) == {(Link.KEEPS, "Van Bram")}
    with clock.at(NOON):
        kept = graph.read(keepers.of_record, actor=STAFF, record_id=own)
        assert kept is not None
        assert kept.review_on == clock.today() + dt.timedelta(days=365)
        need = given.need(name="Een schuur", keeper=[carla])
        soon = graph.read(keepers.of_record, actor=STAFF, record_id=need)
        assert soon is not None
        assert soon.review_on == clock.today() + dt.timedelta(days=90)


def test_what_nobody_keeps_is_given_to_somebody_in_one_act(graph: Graph, given: Given) -> None:
    carla, resident = official(given, "Carla"), official(given, "Anna", PersonKind.RESIDENT)
    first, second = given.theme(name="Eerste"), given.theme(name="Tweede")
    kept = given.theme(name="Al bijgehouden", keeper=[official(given, "Bram")])
    given.goal(name="Een doel")
    themes = Selection(kind=Kind.THEME, nobody=True)
    with pytest.raises(Invalid):
        graph.write(keepers.assign, actor=STAFF, selection=themes, to_id=resident)
    with pytest.raises(NotAllowed):
        graph.write(keepers.assign, actor=VISITOR, selection=themes, to_id=carla)
    assert graph.write(keepers.assign, actor=STAFF, selection=themes, to_id=carla, limit=1) == 1
    assert graph.write(keepers.assign, actor=STAFF, selection=themes, to_id=carla) == 1
    assert graph.write(keepers.assign, actor=STAFF, selection=themes, to_id=carla) == 0
    assert tasks(graph, carla) == {(Link.KEEPS, "Eerste"), (Link.KEEPS, "Tweede")}
    for record in (first, second):
        (line, *_) = graph.read(audit.for_record, actor=SYSTEM, record_id=record)
        assert (line.action, line.field, line.actor_name) == ("link", "KEEPS", None)
    assert [line.action for line in graph.read(audit.for_record, actor=SYSTEM, record_id=kept)].count("link") == 1
