"""The days on which the municipality waited for the applicant come in from a sheet, by the rules of the forms."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest

from graph import checks
from graph.decisions import acts
from graph.imports import profile, undo
from graph.imports.refusals import Refusal, Refused
from graph.properties import Reason
from graph.rights import SYSTEM

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from graph.store import Graph
    from tests.given import Given

HEAD = (
    "kenmerk;besluit;soort;initiatief;gevraagd op;besloten op;"
    "wacht op aanvrager sinds;wacht op aanvrager tot;waarom pauze\n"
)
COUNTED = ("created", "updated", "unchanged", "rejected", "nodes", "relationships")
PAUSES = """MATCH (:Decision)-[:PAUSED]->(pause:Pause) WITH pause ORDER BY pause.since
            RETURN collect([toString(pause.since), toString(pause.until), pause.reason])"""
LINES = """MATCH (audit:AuditEntry {record_id: $id}) WHERE audit.field STARTS WITH 'pause' AND audit.action = $action
           WITH audit ORDER BY audit.field RETURN collect([audit.field, audit.old, audit.new])"""


@pytest.fixture(autouse=True)
def _town(given: Given) -> None:
    given.initiative(name="De Kas")


def sheet(*rows: str, code: str = "Z1", asked: str = "1-2-2026", decided: str = "") -> str:
    """Rows of one decision, each with `since;until;reason`."""
    return HEAD + "".join(f"{code};Kap;aanvraag;De Kas;{asked};{decided};{row}\n" for row in rows)


def figures(report: Any) -> list[int]:
    return [getattr(report, name) for name in COUNTED]


def sound(graph: Graph) -> bool:
    return not graph.read(lambda tx: [broken for check in checks.CHECKS for broken in checks.run(tx, check)])


THREE = (
    "2-2-2026;9-2-2026;De tekening ontbreekt.",
    "1-3-2026;8-3-2026;Het bedrag ontbreekt.",
    "1-4-2026;;De handtekening ontbreekt.",
)
STORED = [
    ["2026-02-02", "2026-02-09", "De tekening ontbreekt."],
    ["2026-03-01", "2026-03-08", "Het bedrag ontbreekt."],
    ["2026-04-01", None, "De handtekening ontbreekt."],
]


@pytest.mark.parametrize("size", [1, 2, 10])
@pytest.mark.parametrize("rows", [THREE, THREE[::-1]])
def test_several_pauses_come_in_once_and_are_taken_back(
    bring: Callable[..., Any], ask: Callable[..., Any], graph: Graph, size: int, rows: tuple[str, ...]
) -> None:
    dream = bring("decisions", sheet(*rows), dry_run=True, chunk_size=size)
    assert ask(PAUSES) == []
    real = bring("decisions", sheet(*rows), chunk_size=size)
    assert figures(dream) == figures(real)
    assert (real.created, real.rejected, real.nodes, real.relationships) == (3, 0, 4, 4)
    assert ask(PAUSES) == STORED
    assert sound(graph)
    for each in ({}, {"dry_run": True}):
        assert figures(bring("decisions", sheet(*rows), chunk_size=size, **each)) == [0, 0, 3, 0, 0, 0]
    assert undo.undo(graph, actor=SYSTEM, batch_id=real.batch).kept == []
    assert ask("MATCH (node) WHERE node:Decision OR node:Pause RETURN count(node)") == 0


def test_a_pause_of_a_decision_that_was_there_is_new_and_told_in_its_history(
    bring: Callable[..., Any], ask: Callable[..., Any], graph: Graph
) -> None:
    first = bring("decisions", sheet(THREE[0]))
    found = ask("MATCH (decision:Decision) RETURN decision.id")
    version = ask("MATCH (decision:Decision) RETURN decision.version")
    dream = bring("decisions", sheet(THREE[1]), dry_run=True)
    real = bring("decisions", sheet(THREE[1]))
    assert figures(dream) == figures(real) == [0, 1, 0, 0, 1, 1]
    assert ask(PAUSES) == STORED[:2]
    assert ask("MATCH (pause:Pause) RETURN count(DISTINCT pause.id)") == 2
    assert ask(LINES, id=found, action="import") == [
        ["pause_reason", None, "Het bedrag ontbreekt."],
        ["pause_since", None, "2026-03-01"],
        ["pause_until", None, "2026-03-08"],
    ]
    assert ask("MATCH (decision:Decision) RETURN decision.version") == version + 1
    undo.undo(graph, actor=SYSTEM, batch_id=real.batch)
    assert ask(PAUSES) == STORED[:1]
    done = undo.undo(graph, actor=SYSTEM, batch_id=first.batch)
    assert ([each.name for each in done.kept], ask(PAUSES)) == (["Kap"], [])


def test_a_pause_that_lasts_ends_where_a_row_says_so_and_undo_lets_it_last_again(
    bring: Callable[..., Any], ask: Callable[..., Any], graph: Graph
) -> None:
    bring("decisions", sheet("2-2-2026;;De tekening ontbreekt."))
    found = ask("MATCH (decision:Decision) RETURN decision.id")
    ended = sheet("1-3-2026;8-3-2026;Het bedrag ontbreekt.", "2-2-2026;9-2-2026;Iets anders.")
    dream = bring("decisions", ended, dry_run=True, chunk_size=1)
    real = bring("decisions", ended, chunk_size=1)
    assert figures(dream) == figures(real) == [0, 2, 0, 0, 1, 1]
    assert ask(PAUSES) == STORED[:2]
    assert sound(graph)
    assert bring("decisions", ended).unchanged == 2
    assert ["pause_until", None, "2026-02-09"] in ask(LINES, id=found, action="import")
    done = undo.undo(graph, actor=SYSTEM, batch_id=real.batch)
    assert (done.restored, done.kept) == (1, [])
    assert ask(PAUSES) == [["2026-02-02", None, "De tekening ontbreekt."]]
    assert ask(LINES, id=found, action="undo_import") == [["pause_until", "2026-02-09", None]]


def test_an_end_that_a_later_pause_stands_on_stays_and_is_named(
    bring: Callable[..., Any], ask: Callable[..., Any], graph: Graph
) -> None:
    bring("decisions", sheet("2-2-2026;;De tekening ontbreekt."))
    ended = bring("decisions", sheet(THREE[0]))
    bring("decisions", sheet(THREE[1]))
    done = undo.undo(graph, actor=SYSTEM, batch_id=ended.batch)
    assert [(each.name, each.field) for each in done.kept] == [("Kap", "pause_until")]
    assert (done.restored, ask(PAUSES)) == (0, STORED[:2])
    assert sound(graph)


def test_an_end_that_somebody_gave_since_is_theirs(
    bring: Callable[..., Any], ask: Callable[..., Any], graph: Graph
) -> None:
    bring("decisions", sheet("2-2-2026;;De tekening ontbreekt."))
    taken = bring("decisions", sheet("2-2-2026;;De tekening ontbreekt.", decided="1-3-2026"))
    assert ask(PAUSES) == [["2026-02-02", "2026-03-01", "De tekening ontbreekt."]]
    found, version = ask("MATCH (decision:Decision) RETURN [decision.id, decision.version]")
    named = {"actor": SYSTEM, "decision_id": found}
    graph.write(acts.reopen, **named, version=version, because="Vergissing.")
    graph.write(acts.resume, **named, version=version + 1, until=dt.date(2026, 2, 20))
    undo.undo(graph, actor=SYSTEM, batch_id=taken.batch)
    assert ask(PAUSES) == [["2026-02-02", "2026-02-20", "De tekening ontbreekt."]]


def test_a_decision_ends_a_pause_that_lasts_and_undo_lets_it_last_again(
    bring: Callable[..., Any], ask: Callable[..., Any], graph: Graph
) -> None:
    bring("decisions", sheet("2-2-2026;;De tekening ontbreekt."))
    named = bring("decisions", sheet("2-2-2026;9-2-2026;", "1-3-2026;8-3-2026;Het bedrag ontbreekt."))
    assert [(each.line, each.column, each.reason) for each in named.first_rejected] == [
        (2, "waarom pauze", Reason.MISSING),
        (3, "wacht op aanvrager sinds", Reason.PAUSED_ALREADY),
    ]
    taken = bring("decisions", sheet(THREE[0], decided="1-3-2026"))
    assert ask(PAUSES) == STORED[:1]
    assert sound(graph)
    undo.undo(graph, actor=SYSTEM, batch_id=taken.batch)
    assert ask(PAUSES) == [["2026-02-02", None, "De tekening ontbreekt."]]
    taken = bring("decisions", sheet("2-2-2026;;De tekening ontbreekt.", decided="1-3-2026"))
    assert (taken.rejected, ask(PAUSES)) == (0, [["2026-02-02", "2026-03-01", "De tekening ontbreekt."]])
    undo.undo(graph, actor=SYSTEM, batch_id=taken.batch)
    assert ask(PAUSES) == [["2026-02-02", None, "De tekening ontbreekt."]]


def test_the_pause_that_a_decision_ended_moves_with_the_day_in_a_sheet_and_back(
    bring: Callable[..., Any], ask: Callable[..., Any], graph: Graph
) -> None:
    bring("decisions", sheet("2-2-2026;;De tekening ontbreekt."))
    bring("decisions", sheet(";;", decided="1-3-2026"))
    for on in ("3-3-2026", "20-2-2026"):
        day = dt.datetime.strptime(on, "%d-%m-%Y").date().isoformat()  # noqa: DTZ007
        moved = bring("decisions", sheet(";;", decided=on))
        assert (moved.rejected, ask(PAUSES)) == (0, [["2026-02-02", day, "De tekening ontbreekt."]])
        assert sound(graph)
        undo.undo(graph, actor=SYSTEM, batch_id=moved.batch)
        assert ask(PAUSES) == [["2026-02-02", "2026-03-01", "De tekening ontbreekt."]]
        assert sound(graph)
    early = bring("decisions", sheet(";;", decided="1-2-2026"))
    assert [(each.column, each.reason) for each in early.first_rejected] == [("besloten op", Reason.BEFORE_PAUSE_ENDED)]


def test_an_end_that_a_sheet_gives_on_the_day_of_the_decision_is_not_of_the_decision(
    bring: Callable[..., Any], ask: Callable[..., Any]
) -> None:
    bring("decisions", sheet(THREE[0], decided="9-2-2026"))
    late = bring("decisions", sheet(";;", decided="20-2-2026"))
    assert (late.rejected, ask(PAUSES)) == (0, STORED[:1])
    assert ask("MATCH (decision:Decision) RETURN toString(decision.decided_on)") == "2026-02-20"


@pytest.mark.parametrize("size", [1, 10])
def test_two_rows_about_one_pause_are_one_pause(
    bring: Callable[..., Any], ask: Callable[..., Any], graph: Graph, size: int
) -> None:
    text = sheet("2-2-2026;;De tekening ontbreekt.", THREE[0], THREE[0])
    dream = bring("decisions", text, dry_run=True, chunk_size=size)
    real = bring("decisions", text, chunk_size=size)
    assert figures(dream) == figures(real) == [2, 0, 1, 0, 2, 2]
    assert ask(PAUSES) == STORED[:1]
    assert bring("decisions", text, chunk_size=size).unchanged == 3
    undo.undo(graph, actor=SYSTEM, batch_id=real.batch)
    assert ask("MATCH (node) WHERE node:Decision OR node:Pause RETURN count(node)") == 0


@pytest.mark.parametrize("size", [1, 10])
def test_rows_that_leave_the_days_out_speak_of_the_same_decision(
    bring: Callable[..., Any], ask: Callable[..., Any], size: int
) -> None:
    text = sheet(THREE[0], decided="1-5-2026") + sheet(THREE[1], asked="")[len(HEAD) :]
    dream = bring("decisions", text, dry_run=True, chunk_size=size)
    real = bring("decisions", text, chunk_size=size)
    assert figures(dream) == figures(real) == [2, 0, 0, 0, 3, 3]
    assert ask("MATCH (decision:Decision) RETURN toString(decision.decided_on)") == "2026-05-01"
    assert (ask(PAUSES), bring("decisions", text, chunk_size=size).unchanged) == (STORED[:2], 2)


SINCE, UNTIL, WHY = "wacht op aanvrager sinds", "wacht op aanvrager tot", "waarom pauze"
BAD: list[tuple[str, dict[str, str], str, str]] = [
    ("2-2-2026;;", {}, WHY, Reason.MISSING),
    (";9-2-2026;De tekening", {}, SINCE, Reason.MISSING),
    (";;De tekening", {}, SINCE, Reason.MISSING),
    ("2-2-2999;;De tekening", {}, SINCE, Reason.IN_FUTURE),
    ("2-2-2026;2-2-2999;De tekening", {}, UNTIL, Reason.IN_FUTURE),
    ("9-2-2026;2-2-2026;De tekening", {}, UNTIL, Reason.BEFORE_PAUSE_ENDED),
    ("31-1-2026;2-2-2026;De tekening", {}, SINCE, Reason.BEFORE_ASKED),
    ("2-2-2026;;De tekening", {"asked": ""}, SINCE, Reason.ASKED_UNKNOWN),
    ("2-3-2026;3-3-2026;De tekening", {"decided": "1-3-2026"}, SINCE, Reason.AFTER_DECIDED),
    ("2-2-2026;3-3-2026;De tekening", {"decided": "1-3-2026"}, UNTIL, Reason.AFTER_DECIDED),
    ("2-2-2026;;De tekening", {"decided": "1-3-2026"}, UNTIL, Reason.ALREADY_DECIDED),
    ("2-2-2026;;De \u202etekening", {}, WHY, Reason.CONTROL_CHARACTER),
]


@pytest.mark.parametrize(("row", "days", "column", "reason"), BAD)
def test_a_pause_that_cannot_be_is_refused_and_nothing_of_its_row_is_written(
    bring: Callable[..., Any], ask: Callable[..., Any], row: str, days: dict[str, str], column: str, reason: str
) -> None:
    report = bring("decisions", sheet(row, **days))
    assert [(each.line, each.column, each.reason) for each in report.first_rejected] == [(2, column, reason)]
    assert ask("MATCH (node) WHERE node:Decision OR node:Pause RETURN count(node)") == 0


def test_a_column_that_is_not_there_is_named_as_people_know_it(bring: Callable[..., Any]) -> None:
    head = "besluit;soort;initiatief;gevraagd op;pauze sinds\n"
    report = bring("decisions", head + "Kap;aanvraag;De Kas;1-2-2026;2-2-2026\n")
    assert [(each.column, each.reason) for each in report.first_rejected] == [(WHY, Reason.MISSING)]


OVERLAPS = [
    ("5-2-2026;12-2-2026;Nog iets", Reason.OVERLAPS_PAUSE),
    ("1-2-2026;3-2-2026;Nog iets", Reason.OVERLAPS_PAUSE),
    ("1-2-2026;;Nog iets", Reason.OVERLAPS_PAUSE),
    ("1-3-2026;2-3-2026;Nog iets", None),
    ("9-2-2026;10-2-2026;Nog iets", None),
    ("1-2-2026;2-2-2026;Nog iets", None),
]


@pytest.mark.parametrize(("row", "reason"), OVERLAPS)
@pytest.mark.parametrize("there", [True, False])
def test_pauses_do_not_overlap_in_the_sheet_nor_with_those_that_are_there(
    bring: Callable[..., Any], ask: Callable[..., Any], graph: Graph, row: str, reason: str | None, *, there: bool
) -> None:
    if there:
        bring("decisions", sheet(THREE[0]))
        report = bring("decisions", sheet(row))
        assert [each.reason for each in report.first_rejected] == ([reason] if reason else [])
    else:
        report = bring("decisions", sheet(THREE[0], row))
    assert report.rejected == (1 if reason else 0)
    assert len(ask(PAUSES)) == (1 if reason else 2)
    assert sound(graph)


def test_a_pause_that_lasts_leaves_no_room_for_another(
    bring: Callable[..., Any], ask: Callable[..., Any], graph: Graph
) -> None:
    bring("decisions", sheet(*THREE))
    report = bring("decisions", sheet("1-5-2026;2-5-2026;Nog iets", "1-5-2026;;Nog iets"))
    assert [(each.line, each.column, each.reason) for each in report.first_rejected] == [
        (2, SINCE, Reason.PAUSED_ALREADY),
        (3, SINCE, Reason.PAUSED_ALREADY),
    ]
    assert (ask(PAUSES), sound(graph)) == (STORED, True)


def test_the_days_of_the_decision_are_held_against_the_pauses_that_are_there(
    bring: Callable[..., Any], ask: Callable[..., Any], graph: Graph
) -> None:
    bring("decisions", sheet(THREE[0]))
    early = bring("decisions", sheet(";;", decided="5-2-2026"))
    late = bring("decisions", sheet(";;", asked="5-2-2026"))
    assert [(each.column, each.reason) for each in (*early.first_rejected, *late.first_rejected)] == [
        ("besloten op", Reason.BEFORE_PAUSE_ENDED),
        ("gevraagd op", Reason.AFTER_PAUSE),
    ]
    taken = bring("decisions", sheet(THREE[1], decided="5-3-2026"))
    assert [(each.column, each.reason) for each in taken.first_rejected] == [(UNTIL, Reason.AFTER_DECIDED)]
    assert ask("MATCH (decision:Decision) RETURN toString(decision.decided_on)") is None
    assert sound(graph)


def test_when_the_row_that_knows_the_days_is_refused_the_others_are_judged_without_it(
    bring: Callable[..., Any], ask: Callable[..., Any]
) -> None:
    text = sheet("1-1-2026;2-1-2026;Te vroeg") + sheet(THREE[0], asked="")[len(HEAD) :]
    report = bring("decisions", text)
    assert [(each.line, each.column, each.reason) for each in report.first_rejected] == [
        (2, SINCE, Reason.BEFORE_ASKED),
        (3, SINCE, Reason.ASKED_UNKNOWN),
    ]
    assert ask("MATCH (node) WHERE node:Decision OR node:Pause RETURN count(node)") == 0


def test_a_decision_that_was_taken_away_gets_no_pauses(bring: Callable[..., Any], ask: Callable[..., Any]) -> None:
    bring("decisions", sheet(THREE[0]))
    ask("MATCH (decision:Decision) SET decision.visibility = 'removed'")
    report = bring("decisions", sheet(THREE[1]))
    assert (figures(report), ask(PAUSES)) == ([0, 0, 1, 0, 0, 0], STORED[:1])


def test_only_the_profile_of_a_decision_has_pauses(tmp_path: Path) -> None:
    path = tmp_path / "eigen.yaml"
    path.write_text(
        "title: Eigen\nabout: Test\nnamespace: eigen\n"
        "columns: {name: {headings: [naam]}, day: {headings: [dag], type: date}}\n"
        "records: {theme: {kind: Theme, main: true, name: ['{name}']}}\n"
        "pauses: {since: day, until: day, reason: name}\n",
        encoding="utf-8",
    )
    with pytest.raises(Refused) as refused:
        profile.load(str(path))
    assert refused.value.reason is Refusal.BROKEN_PROFILE
    assert "pauses" in refused.value.details["why"]
