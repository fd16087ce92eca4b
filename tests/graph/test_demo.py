"""Loading Duinvliet: checked before it is written, once and for all, and never over what people changed."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from graph import audit, clock, demo, laws, records
from graph.demo import content
from graph.model import Kind
from graph.rights import SYSTEM, Role

if TYPE_CHECKING:
    from pathlib import Path

    from graph.store import Graph

TOWN = content.read()


def test_a_property_the_model_does_not_know_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for path in content.FOLDER.rglob("*.yaml"):
        copy = tmp_path / path.relative_to(content.FOLDER)
        copy.parent.mkdir(exist_ok=True)
        copy.write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    monkeypatch.setattr(content, "FOLDER", tmp_path)
    bodies = tmp_path / "bodies.yaml"
    good = bodies.read_text(encoding="utf-8")
    bodies.write_text(f"{good}\nbestuur: {{name: Bestuur, colour: blue}}\n", encoding="utf-8")
    with pytest.raises(content.DemoBroken, match="bodies, bestuur: colour"):
        content.read()
    bodies.write_text(good, encoding="utf-8")
    (tmp_path / "departments.yaml").write_text("team-x: {name: Team X, part_of: nergens}\n", encoding="utf-8")
    with pytest.raises(content.DemoBroken, match="nergens is no"):
        content.read()


def test_there_is_a_login_for_every_role() -> None:
    assert {role for each in demo.accounts() for role in each.roles} == set(Role)
    emails = {
        person["email"] for person in (each.properties for each in TOWN.records[Kind.PERSON]) if person.get("email")
    }
    assert {each.email for each in demo.accounts()} <= emails


def test_loading_twice_changes_nothing(graph: Graph) -> None:
    steps: list[tuple[int, int]] = []
    assert not demo.is_complete(graph)
    first = demo.load(graph, progress=lambda done, of: steps.append((done, of)))
    assert first == demo.Loaded(sum(map(len, TOWN.records.values())), len(TOWN.links))
    assert steps[-1][0] == steps[-1][1] == len(steps)
    written = graph.read(audit.for_record, actor=SYSTEM, record_id=demo.BATCH)
    assert demo.load(graph) == demo.Loaded(0, 0)
    assert demo.loaded(graph) == first
    assert demo.is_complete(graph)
    assert graph.read(audit.for_record, actor=SYSTEM, record_id=demo.BATCH) == written != []


def test_what_people_changed_stays_after_loading_again(graph: Graph) -> None:
    demo.load(graph)
    case = demo.record_id(Kind.INITIATIVE, "opfleuren-duinplein")
    with clock.at(dt.datetime(2026, 11, 23, 11, tzinfo=dt.UTC)):
        changed = {"summary": "Korter gezegd."}
        graph.write(records.change, actor=SYSTEM, record_id=case, version=1, properties=changed)
    demo.load(graph)
    now = graph.read(records.read, actor=SYSTEM, record_id=case)
    assert (now.properties["summary"], now.version) == ("Korter gezegd.", 2)


def test_the_demonstration_breaks_no_law(graph: Graph) -> None:
    demo.load(graph)
    for kind in (Kind.INITIATIVE, Kind.GOAL, Kind.THEME, Kind.AREA):
        for record in TOWN.records[kind]:
            laws.obey(graph.transaction, record_id=record.id)  # type: ignore[attr-defined]
