"""What never leaves the house, and what never runs at the other end. Numbers are those of the checks."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from typing import TYPE_CHECKING

import pytest

from graph.model import Kind, PersonKind, PublicAs, Visibility
from graph.rights import Role
from tests.app import world
from tests.app.sign_in import sign_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flask import Flask
    from flask.testing import FlaskClient
    from werkzeug.test import TestResponse

    from tests.app.world import World
    from tests.given import Given

CANARY = re.compile(r"kanarie|0612313131|06.?12.?31.?31.?31", re.IGNORECASE)
QUESTIONS = ("", "?q=bewoner", "?q=ambtenaar", "?q=concept", "?q=example.org", "?q=0612&alles=ja", "?weergave=tabel")


@pytest.fixture
def town(given: Given) -> World:
    """Everything published is harmless; everything that is not for the public is called a canary."""
    made = world.make(given)
    ids = made.ids
    private = {"email": "kanarie@example.org", "telephone": "0612313131"}
    around = {"goals": [ids[Kind.GOAL]], "themes": [ids[Kind.THEME]], "areas": [ids[Kind.AREA]]}
    resident = given.person(name="Kanarie Bewoner", person_kind=PersonKind.RESIDENT, **private)
    official = given.person(
        name="Kanarie Ambtenaar",
        person_kind=PersonKind.OFFICIAL,
        public_as=PublicAs.FUNCTION,
        function="Adviseur",
        works_for=[ids[Kind.DEPARTMENT]],
        **private,
    )
    given.initiative(
        name="Openbaar plan",
        **around,
        initiating_people=[resident],
        contact=[official],
        partners=[ids[Kind.ORGANISATION]],
    )
    given.goal(name="Openbaar doel", notes=[ids[Kind.POLICY_NOTE]], account_holder=[official])
    hidden = {"visibility": Visibility.DRAFT}
    for kind in Kind:
        more = around if kind is Kind.INITIATIVE else {}
        given.record(kind, name="Kanarie Concept", **more, **hidden)
    given.contribution(
        name="Kanarie Concept", given_to=[ids[Kind.INITIATIVE]], given_by=[ids[Kind.DEPARTMENT]], **hidden
    )
    given.record(Kind.DECISION, name="Kanarie Concept", waiting=[ids[Kind.INITIATIVE]], **hidden)
    return made


def answers(app: Flask, client: FlaskClient, town: World, questions: tuple[str, ...] = ("",)) -> Iterator[TestResponse]:
    """Every page, with every question, as this browser gets it."""
    for rule in world.one_of_each(app):
        if "GET" in (rule.methods or ()):
            for question in questions:
                yield client.get(town.path(rule) + question)


@pytest.mark.parametrize("role", ["visitor", None, Role.INITIATOR])
def test_check_23_what_is_not_public_is_on_no_page_and_in_no_file(
    app: Flask, given: Given, town: World, role: Role | str | None
) -> None:
    client = app.test_client()
    if role != "visitor":
        sign_in(client, given, *([role] if isinstance(role, Role) else []))
    found = {}
    for answer in answers(app, client, town, QUESTIONS):
        hit = CANARY.search(_text(answer))
        if hit:
            found[answer.request.path] = hit[0]
    assert found == {}


def test_check_23_a_record_that_is_not_public_has_no_page_for_a_visitor(app: Flask, given: Given) -> None:
    client, staff = app.test_client(), app.test_client()
    sign_in(staff, given, Role.BRIDGE_BUILDER)
    hidden = [
        given.record(kind, name="Kanarie", visibility=visibility)
        for kind in Kind
        for visibility in (Visibility.DRAFT, Visibility.REMOVED)
    ]
    seen = {}
    for rule in world.one_of_each(app):
        if "GET" in (rule.methods or ()) and len(rule.arguments) == 1 and "account" not in rule.rule:
            for record_id in hidden:
                address = re.sub(r"<[^>]+>", record_id, rule.rule)
                if "Kanarie" in client.get(address).text:
                    seen[address] = "a visitor"
    removed = given.record(Kind.INITIATIVE, name="Kanarie", visibility=Visibility.REMOVED)
    if "Kanarie" in staff.get(f"/initiatieven/{removed}").text:
        seen[removed] = "staff"
    assert seen == {}


FORMULAS = ["=1+1", "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "＝1+1", "＋1", "－1", "＠A", '=HYPERLINK("http://x")']
DANGEROUS = re.compile(r"^[\s\x00]*[=+\-@＝＋－＠\t\r]")
HARMLESS_NUMBER = re.compile(r"^[+-]?[\d .,]+$")


def test_check_13_no_cell_of_any_file_is_a_formula(app: Flask, given: Given) -> None:
    made, *_ = [world.make(given, formula) for formula in FORMULAS]
    client = app.test_client()
    sign_in(client, given, *Role)
    around = f"?doel={made.ids[Kind.GOAL]}&thema={made.ids[Kind.THEME]}&gebied={made.ids[Kind.AREA]}&plaatsen=20"
    for rule in world.one_of_each(app):
        if "GET" not in (rule.methods or ()):
            continue
        for address in {made.path(rule), *_other_forms(made.path(rule))}:
            answer = client.get(address + around)
            if answer.mimetype == "text/csv":
                for row in csv.reader(io.StringIO(answer.text), delimiter=_delimiter(answer.text)):
                    for cell in row:
                        assert not DANGEROUS.match(cell) or HARMLESS_NUMBER.match(cell), f"{address}: {cell!r}"
            elif "spreadsheetml" in answer.mimetype:
                with zipfile.ZipFile(io.BytesIO(answer.data)) as file:
                    for name in file.namelist():
                        if name.startswith("xl/worksheets/"):
                            assert b"<f>" not in file.read(name), address


def test_check_16_the_name_of_a_file_is_ours(app: Flask, given: Given) -> None:
    made = world.make(given, 'x"; filename="kwaad.exe')
    client = app.test_client()
    sign_in(client, given, *Role)
    for answer in answers(app, client, made):
        offered = answer.headers.get("Content-Disposition", "")
        if offered:
            assert "kwaad.exe" not in offered, answer.request.path
            assert re.search(r'filename="?[\w.-]+"?(;|$)', offered), offered


def _other_forms(address: str) -> list[str]:
    return [address.removesuffix(".csv") + ".xlsx"] if address.endswith(".csv") else []


def _delimiter(text: str) -> str:
    first = text.partition("\n")[0]
    return ";" if first.count(";") > first.count(",") else ","


def _text(answer: TestResponse) -> str:
    if "spreadsheetml" in answer.mimetype:
        with zipfile.ZipFile(io.BytesIO(answer.data)) as file:
            return "".join(file.read(name).decode("utf-8", "replace") for name in file.namelist())
    return answer.data.decode("utf-8", "replace")
