"""`bruggenbouwer invite`: the list on standard output, and beside it who is not on it and what can be done."""

from __future__ import annotations

import csv
import io

import pytest
from click.testing import CliRunner

from app.commands.invite import COLUMNS, invite
from graph.model import PersonKind, Visibility
from graph.store import Graph
from tests.given import Given


@pytest.mark.parametrize("residents", [0, 1, 2])
@pytest.mark.usefixtures("here")
def test_who_is_left_out_is_counted_with_what_to_do(committed: Graph, residents: int) -> None:
    given = Given(committed)
    goal = given.goal(name="Groene pleinen")
    people = [given.person(person_kind=PersonKind.RESIDENT) for _ in range(residents)]
    drafts = [given.organisation(visibility=Visibility.DRAFT) for _ in range(residents)]
    given.initiative(goals=[goal], partners=[given.organisation(name="=Buurthuis"), *drafts], initiating_people=people)
    done = CliRunner().invoke(invite, ["--goal", goal, "--seats", "1", "--format", "csv"])
    assert done.exit_code == 0, done.output
    rows = list(csv.DictReader(io.StringIO(done.stdout, newline="")))
    assert list(rows[0]) == list(COLUMNS)
    assert [(row["kind"], row["name"], row["basis"]) for row in rows] == [
        ("organisation", "'=Buurthuis", "organisation"),
    ]
    said = {0: "", 1: "1 person is not on the list", 2: "2 people are not on the list"}[residents]
    assert said in done.stderr
    waits = {0: "", 1: "1 organisation is not on the list", 2: "2 organisations are not on the list"}[residents]
    assert waits in done.stderr
    assert ("What you can do: ask their organisation" in done.stderr) is bool(residents)


@pytest.mark.usefixtures("here")
def test_where_nobody_fits_both_it_says_what_each_alone_gives(committed: Graph) -> None:
    given = Given(committed)
    theme, area = given.theme(name="Sport"), given.area(name="Zuidwijk")
    given.initiative(themes=[theme], partners=[given.organisation() for _ in range(3)])
    given.initiative(areas=[area], partners=[given.organisation()])
    done = CliRunner().invoke(invite, ["--theme", "Sport", "--area", "Zuidwijk"])
    assert done.exit_code == 0, done.output
    assert "Without the area this gives 3 guests." in done.stderr
    assert "The area alone gives 1 guest." in done.stderr
