"""A term that came from a sheet and was put right by hand: the sheet does not bring it back, an undo leaves it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest

from graph import commitments
from graph.commitments import NewTerm
from graph.imports import undo
from graph.rights import SYSTEM

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.store import Graph
    from tests.given import Given

HEAD = "afspraak;soort;aan;afgesproken op;termijn;termijn afgesproken op;reden nieuwe termijn\n"
SHEET = HEAD + "Plein schoonmaken;afspraak;De Kas;5-1-2026;12-1-2026;;\n"
LATER = HEAD + "Plein schoonmaken;afspraak;De Kas;5-1-2026;1-9-2026;10-1-2026;De boor was stuk\n"
DAYS = "MATCH (:Commitment)-[:DUE]->(term) WITH term ORDER BY term.on RETURN collect(toString(term.on))"


@pytest.fixture(autouse=True)
def _town(given: Given) -> None:
    given.initiative(name="De Kas")


def correct(graph: Graph, ask: Callable[..., Any], on: str, right: dt.date) -> str:
    """Put the term of the day `on` right; returns the commitment."""
    term_id, made, version = ask(
        "MATCH (made:Commitment)-[:DUE]->(term:Term {on: date($on)}) RETURN [term.id, made.id, made.version]", on=on
    )
    term = NewTerm(right, "Het jaar was verkeerd getypt.")
    named = {"commitment_id": made, "term_id": term_id, "version": version, "term": term}
    graph.write(commitments.correct_term, actor=SYSTEM, **named)
    return str(made)


def test_the_same_sheet_does_not_bring_the_mistake_back(
    bring: Callable[..., Any], ask: Callable[..., Any], graph: Graph
) -> None:
    bring("commitments", SHEET)
    correct(graph, ask, "2026-01-12", dt.date(2027, 1, 12))
    for sheet in (SHEET, SHEET.replace("12-1-2026", "12-1-2027")):
        for dry_run in (True, False):
            again = bring("commitments", sheet, name="nog-eens.csv", dry_run=dry_run)
            assert (again.rejected, again.updated, again.nodes) == (0, 0, 0)
    assert ask(DAYS) == ["2027-01-12"]
    # Another day is another term still, agreed on the day that the sheet says.
    assert bring("commitments", LATER).nodes == 1
    assert ask(DAYS) == ["2026-09-01", "2027-01-12"]
    assert ask("MATCH (term:Term {on: date('2026-09-01')}) RETURN toString(term.set_on)") == "2026-01-10"


def test_an_undo_leaves_a_term_that_was_put_right_and_names_it(
    bring: Callable[..., Any], ask: Callable[..., Any], graph: Graph
) -> None:
    first, second = bring("commitments", SHEET).batch, bring("commitments", LATER).batch
    made = correct(graph, ask, "2026-09-01", dt.date(2027, 9, 1))
    undone = undo.undo(graph, actor=SYSTEM, batch_id=second)
    assert [(each.id, each.field) for each in undone.kept] == [(made, "term")]
    assert ask(DAYS) == ["2026-01-12", "2027-09-01"]
    whole = undo.undo(graph, actor=SYSTEM, batch_id=first)
    assert [(each.id, each.field) for each in whole.kept] == [(made, None)]
    assert ask(DAYS) == ["2027-09-01"]
