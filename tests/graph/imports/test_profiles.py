"""What each shipped profile makes of a sheet, and what a profile may be."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING, Any

import pytest

from graph.imports import profile, template
from graph.imports.refusals import Fault, Refusal, Refused
from graph.properties import Reason
from tests.graph.imports.conftest import REAL

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.given import Given


@pytest.mark.parametrize("name", profile.names())
def test_every_shipped_profile_fits_the_model_and_has_a_sheet_to_fill_in(name: str) -> None:
    loaded = profile.load(name)
    assert loaded.title
    assert template.template_file(loaded).startswith("\ufeff".encode())


def test_goals_come_in_as_a_tree_whatever_their_order(bring: Callable[..., Any], ask: Callable[..., Any]) -> None:
    text = (
        "code;niveau;ouder;tekst;beleidsnota;bladzijde\n"
        "SD1;subdoel;HD1;Meer bomen;Groenvisie;12\nHD1;hoofddoel;;Groen;;\n"
    )
    report = bring("goals", text)
    assert (report.created, report.rejected) == (2, 0)
    assert ask(
        """MATCH (goal:Goal {code: 'SD1'})-[:PART_OF]->(above:Goal)
           MATCH (goal)-[link:DERIVED_FROM]->(note:PolicyNote)
           RETURN [above.name, note.name, link.page, goal.level, goal.external_id]"""
    ) == ["Groen", "Groenvisie", 12, "subdoel", "SD1"]
    assert bring("goals", text).unchanged == 2


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "goals",
            "code;ouder;tekst;beleidsnota\nSD1;HD1;Meer bomen;Groenvisie\nHD1;;Groen;\nSD2;HD1;Gras;\n",
        ),
        ("themes", "thema,breder_thema\nSport,Vrije tijd;Gezondheid\nGezondheid,\n"),
    ],
)
def test_a_dry_run_counts_the_tree_too(bring: Callable[..., Any], name: str, text: str) -> None:
    for chunk_size in (1, 10):
        dream = bring(name, text, dry_run=True, chunk_size=chunk_size)
        real = bring(name, text, chunk_size=chunk_size)
        assert [dream.created, dream.updated, dream.unchanged, dream.nodes, dream.relationships] == [
            real.created,
            real.updated,
            real.unchanged,
            real.nodes,
            real.relationships,
        ]


def test_a_goal_under_an_unknown_goal_is_rejected(bring: Callable[..., Any], tmp_path: Path) -> None:
    report = bring("goals", "code;ouder;tekst\nSD1;HD9;Meer bomen\nSD2;;Meer gras\n")
    assert [(each.line, each.reason, each.value) for each in report.first_rejected] == [(2, Fault.NOT_THERE, "HD9")]
    written = (tmp_path / "afgekeurd.csv").read_text(encoding="utf-8-sig")
    assert "SD1;HD9;Meer bomen" in written
    assert report.created == 1


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_a_file_that_excel_wrote_with_its_own_first_line_comes_in_with_the_lines_of_the_file(
    bring: Callable[..., Any], encoding: str
) -> None:
    report = bring("goals", "sep=;\r\ncode;ouder;tekst\r\nSD1;HD9;Meer bomen\r\nSD2;;Gras\r\n".encode(encoding))
    assert (report.created, [(each.line, each.reason) for each in report.first_rejected]) == (1, [(3, Fault.NOT_THERE)])


def test_themes_get_their_broader_themes(bring: Callable[..., Any], ask: Callable[..., Any]) -> None:
    bring("themes", "thema,breder_thema\nSport,Vrije tijd;Gezondheid\nGezondheid,\n")
    assert ask(
        "MATCH (:Theme {name: 'Sport'})-[:NARROWER_THAN]->(wide) WITH wide ORDER BY wide.name RETURN collect(wide.name)"
    ) == [
        "Gezondheid",
        "Vrije tijd",
    ]
    assert ask("MATCH (theme:Theme) RETURN count(theme)") == 3


def test_the_generic_sheet_links_what_is_there_and_makes_what_is_not(
    bring: Callable[..., Any], ask: Callable[..., Any], given: Given
) -> None:
    theme = given.theme(name="Groen")
    goal = given.goal(name="Meer bomen", external_id="SD1")
    person = given.person(name="Fatima Verzonnen")
    report = bring(
        "initiatives",
        "external_id;name;description;themes;goals;policy_note;area;partners;initiators;people;website;channels;started_on\n"
        "i1;De Kas;Een kas voor de wijk. En meer.; groen |Nieuw thema;sd1;Groenvisie;Oost;Woonbron|Het Buurthuis;"
        "fatima verzonnen|Buurtclub;Henk Bedacht;https://kas.example;https://a.example|https://b.example;1-4-2024\n",
    )
    assert (report.created, report.rejected) == (1, 0)
    assert ask("MATCH (:Initiative)-[:HAS_THEME]->(theme) RETURN collect(theme.id)").count(theme) == 1
    assert ask("MATCH (theme:Theme) RETURN count(theme)") == 2
    assert ask("MATCH (:Initiative)-[:CONTRIBUTES_TO]->(goal) RETURN goal.id") == goal
    assert ask("MATCH (:Initiative)<-[:INITIATES]-(who:Person) RETURN who.id") == person
    assert ask("MATCH (who:Organisation {name: 'Buurtclub'})-[:INITIATES]->() RETURN who.visibility") == "draft"
    assert ask("MATCH (:Initiative)<-[:PARTNERS_IN]-(who) RETURN count(who)") == 2
    assert ask("MATCH (:Goal)-[:DERIVED_FROM]->(note:PolicyNote) RETURN note.name") == "Groenvisie"
    assert ask("MATCH (who:Person {name: 'Henk Bedacht'})-[:CONTACT_FOR]->() RETURN who.visibility") == "draft"
    assert ask("MATCH (record:Initiative) RETURN record.channels") == ["https://a.example", "https://b.example"]
    assert ask("MATCH (record:Initiative) RETURN record.summary") == "Een kas voor de wijk."


def test_several_matches_reject_the_row_and_name_them(bring: Callable[..., Any], given: Given) -> None:
    both = [given.theme(name="Groen"), given.theme(name="groen")]
    report = bring("initiatives", "name;themes\nDe Kas;Groen\nDe Tuin;Rood\n")
    assert [(each.line, each.column, each.reason, each.value) for each in report.first_rejected] == [
        (2, "themes", Fault.AMBIGUOUS, f"Groen: {', '.join(sorted(both))}")
    ]
    assert report.created == 1


def test_an_initiative_that_exists_by_name_is_the_one(
    bring: Callable[..., Any], ask: Callable[..., Any], given: Given
) -> None:
    known = given.initiative(name="De  Kas")
    report = bring("initiatives", "name;description\nde kas;Een verhaal\n")
    assert report.updated == 1
    assert ask("MATCH (record:Initiative) RETURN collect(record.id)") == [known]
    assert ask("MATCH (record:Initiative) RETURN record.description") == "Een verhaal"


def test_a_sheet_tells_the_status_and_a_new_one_is_not_confirmed_by_what_was_said_of_the_old(
    bring: Callable[..., Any], ask: Callable[..., Any], given: Given
) -> None:
    on = dt.date(2026, 5, 1)
    known = given.initiative(name="De Kas", status="started", status_confirmed_on=on)
    report = bring(
        "initiatives",
        "naam;status;status sinds;status bevestigd op\n"
        "De Kas;in uitvoering;1-6-2026;\nDe Tuin;Klaar;;2-6-2026\nX;bijna;;\n",
    )
    assert [(each.line, each.column) for each in report.first_rejected] == [(4, "status")]
    find = """MATCH (record:Initiative {name: $name})
              RETURN [record.status, toString(record.status_since), toString(record.status_confirmed_on)]"""
    assert ask(find, name="De Kas") == ["running", "2026-06-01", None]
    assert ask(find, name="De Tuin") == ["completed", None, "2026-06-02"]
    lines = """MATCH (line:AuditEntry {record_id: $id, field: 'status_confirmed_on', action: 'import'})
               RETURN [line.old, line.new]"""
    assert ask(lines, id=known) == ["2026-05-01", None]


def test_a_wrong_value_names_line_column_and_reason(bring: Callable[..., Any]) -> None:
    report = bring("initiatives", "name;website;started_on\nA;javascript:alert(1);\nB;;31-02-2025\n;;\nC;;\n")
    assert [(each.line, each.column, each.reason) for each in report.first_rejected] == [
        (2, "website", Reason.NOT_AN_ADDRESS),
        (3, "started_on", Reason.NOT_A_DATE),
    ]
    assert report.created == 1


def test_check_43_a_nul_in_the_middle_rejects_its_row_alone(bring: Callable[..., Any]) -> None:
    report = bring("initiatives", f"name;description\nA;{'tekst ' * 50}\nB\x00b;{'tekst ' * 50}\nC;\n")
    assert [(each.line, each.column, each.reason) for each in report.first_rejected] == [
        (3, "name", Reason.CONTROL_CHARACTER)
    ]
    assert report.created == 2


def test_responsibilities_fill_the_chain_from_goal_to_people(
    bring: Callable[..., Any], ask: Callable[..., Any], given: Given
) -> None:
    given.goal(name="Meer bomen", external_id="SD1")
    report = bring(
        "responsibilities",
        "person;function;department;kind;goal;theme;area;expertise;since;public_as\n"
        "Wim Verzonnen;Wethouder Groen;;alderman;SD1;;;;1-6-2022;name\n"
        "Ans Bedacht;Adviseur groen;Team Groen;account holder;SD1;Groen;;bomen;1-1-2024;\n"
        "Bo Fictie;Adviseur water;Team Groen;stand-in;SD1;;;;;\n"
        "Cas Fantasie;Raadslid;;signpost;;Groen;Oost;;;\n",
    )
    assert (report.created, report.rejected) == (4, 0)
    assert ask(
        "MATCH (who)-[link:PORTFOLIO_HOLDER_OF]->(:Goal) RETURN [who.person_kind, who.public_as, toString(link.since)]"
    ) == [
        "alderman",
        "name",
        "2022-06-01",
    ]
    assert ask("MATCH (who {name: 'Ans Bedacht'})-[link:ACCOUNT_HOLDER_OF]->(:Theme) RETURN link.expertise") == "bomen"
    assert ask("MATCH (:Person {name: 'Bo Fictie'})-[:STANDS_IN_FOR]->(who) RETURN count(who)") == 2
    assert ask("MATCH (:Person {name: 'Cas Fantasie'})-[:SIGNPOST_FOR]->(what) RETURN count(what)") == 2


def square(west: float, south: float) -> dict[str, Any]:
    ring = [[west, south], [west + 0.1, south], [west + 0.1, south + 0.1], [west, south + 0.1], [west, south]]
    return {"type": "Polygon", "coordinates": [ring]}


def test_areas_border_each_other_and_lie_in_each_other(bring: Callable[..., Any], ask: Callable[..., Any]) -> None:
    features = [
        (
            "GM0001",
            "gemeente",
            "Duinvliet",
            {"type": "Polygon", "coordinates": [[[4, 52], [5, 52], [5, 53], [4, 53], [4, 52]]]},
        ),
        ("WK000101", "wijk", "Oost", square(4.2, 52.2)),
        ("WK000102", "wijk", "West", square(4.3, 52.2)),
        ("WK000103", "wijk", "Ver weg", square(4.7, 52.7)),
        ("X-1", "buurt", "Zonder code", square(4.22, 52.22)),
    ]
    document = {
        "type": "FeatureCollection",
        "features": [
            {"type": "Feature", "properties": {"statcode": code, "rubriek": level, "statnaam": name}, "geometry": shape}
            for code, level, name, shape in features
        ],
    }
    report = bring("areas", json.dumps(document), "gebieden.geojson")
    assert report.created == 5
    assert ask("MATCH (one)-[:BORDERS]-(other) WHERE one.name < other.name RETURN collect(one.name + other.name)") == [
        "OostWest"
    ]
    assert ask("MATCH (area:Area)-[:PART_OF]->(:Area {code: 'GM0001'}) RETURN count(area)") == 3
    assert ask("MATCH (:Area {code: 'X-1'})-[:PART_OF]->(around) RETURN around.name") == "Oost"
    assert ask("MATCH (area:Area {name: 'Oost'}) RETURN round(area.longitude * 100)") == 425
    again = bring("areas", json.dumps(document), "gebieden.geojson")
    assert (again.unchanged, again.nodes, again.relationships) == (5, 0, 0)


def test_the_wrong_profile_is_refused_with_what_is_missing(bring: Callable[..., Any]) -> None:
    with pytest.raises(Refused) as refused:
        bring("subsidy-register", "naam;adres\nDe Kas;Dorpsstraat\n")
    assert refused.value.reason is Refusal.WRONG_PROFILE
    assert "Regeling" in refused.value.details["missing"]


def test_a_profile_that_does_not_hang_together_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "eigen.yaml"
    path.write_text(
        "title: Eigen\nabout: Test\nnamespace: eigen\ncolumns: {name: {headings: [naam]}}\n"
        "records: {theme: {kind: Theme, main: true, name: ['{nam}']}}\n",
        encoding="utf-8",
    )
    with pytest.raises(Refused) as refused:
        profile.load(str(path))
    assert refused.value.reason is Refusal.BROKEN_PROFILE
    assert "nam" in refused.value.details["why"]


ARRANGEMENTS = REAL / "joint_arrangements" / "provincies_opengr_provincies.csv"


@pytest.mark.skipif(not ARRANGEMENTS.exists(), reason="the real data lie beside the checkout, not in it")
def test_the_real_joint_arrangements_come_in(bring: Callable[..., Any], ask: Callable[..., Any]) -> None:
    report = bring("joint-arrangements", ARRANGEMENTS)
    assert (report.rows, report.rejected) == (3752, 0)
    assert ask("MATCH (:Organisation)-[link:PARTNERS_IN]->(:Initiative) RETURN count(link)") == 3742
    assert ask("MATCH (area:Area {name: 'Provincie Fryslân'}) RETURN count(area)") == 1
