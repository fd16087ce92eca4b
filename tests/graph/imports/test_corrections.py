"""What people corrected stays when the sheet comes in again, and what a sheet says anew wins."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest

from graph import checks, clock, ids, records, statuses, submissions
from graph.imports import corrections, undo
from graph.model import Status
from graph.properties import Reason
from graph.rights import SYSTEM, Actor, Role
from tests.graph.imports.conftest import figures, register
from tests.graph.test_submissions import CARLA, initiator

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.imports.runs import Report
    from graph.store import Graph
    from tests.given import Given

HEAD = "naam;omschrijving;status;initiatiefnemers\n"
KAS = "De Kas;Tomaten kweken. Met de buren.;in uitvoering;Ine\n"
SHEET = HEAD + KAS + "De Tuin;Bloemen.;gestart;\n"
NOW = """MATCH (record:Initiative {name: 'De Kas'})
         RETURN [record.summary, record.description, record.status, toString(record.status_since),
                 toString(record.status_confirmed_on), record.status_confirmed_by]"""
# An import writes from another thread, where only the day of today is known.
LONG_AGO = clock.now() - dt.timedelta(days=60)
THEN = clock.day_of(LONG_AGO).isoformat()
CORRECTED = ["Kruiden kweken.", "Kruiden kweken. Met de school.", "completed", THEN, THEN]


def stays(report: Report) -> list[tuple[int, str, str]]:
    return [(each.line, each.name, each.field) for each in report.corrected]


def twice(bring: Callable[..., Any], profile: str, text: str, size: int) -> Report:
    """Bring in what a dry run looked at first, and see that both say the same."""
    dream = bring(profile, text, dry_run=True, chunk_size=size)
    report: Report = bring(profile, text, chunk_size=size)
    assert figures(dream) == figures(report)
    assert dream.corrected == report.corrected
    return report


def now_is(graph: Graph, record_id: str, **properties: Any) -> None:
    """Somebody saves the form."""
    version = graph.read(records.read, actor=SYSTEM, record_id=record_id).version
    graph.write(records.change, actor=SYSTEM, record_id=record_id, version=version, properties=properties)


def by_form(graph: Graph, kas: str, person: str) -> None:
    bea = Actor("Bea", "bea", person, frozenset({Role.BRIDGE_BUILDER}))
    now_is(graph, kas, summary="Kruiden kweken.", description="Kruiden kweken. Met de school.")
    graph.write(statuses.confirm, actor=bea, initiative_id=kas, status=Status.COMPLETED)


def by_proposal(graph: Graph, kas: str, person: str) -> None:
    story = "Kruiden kweken. Met de school."
    proposed = {"summary": "Kruiden kweken.", "description": story, "status": "completed"}
    now = graph.read(records.read, actor=SYSTEM, record_id=kas)
    named = {"submission_id": ids.new_id(), "version": now.version}
    assert graph.write(
        submissions.propose, actor=initiator(graph, person), initiative_id=kas, properties=proposed, **named
    )
    graph.write(submissions.accept_change, actor=CARLA, **named)


@pytest.fixture
def ine(given: Given) -> str:
    return given.person(name="Ine")


@pytest.mark.parametrize("size", [1, 10])
@pytest.mark.parametrize("correct", [by_form, by_proposal])
def test_the_same_file_leaves_what_people_corrected(
    bring: Callable[..., Any], ask: Callable[..., Any], graph: Graph, ine: str, correct: Any, size: int
) -> None:
    bring("initiatives", SHEET, chunk_size=size)
    with clock.at(LONG_AGO):
        correct(graph, ask("MATCH (record:Initiative {name: 'De Kas'}) RETURN record.id"), ine)
    assert ask(NOW) == [*CORRECTED, ine]
    again = twice(bring, "initiatives", SHEET, size)
    assert ask(NOW) == [*CORRECTED, ine]
    assert figures(again) == [0, 0, 2, 0, 0, 0]
    assert sorted(stays(again)) == [(2, "De Kas", "description"), (2, "De Kas", "status"), (2, "De Kas", "summary")]


@pytest.mark.parametrize("size", [1, 10])
def test_a_cell_that_says_something_new_wins_and_undo_gives_back_what_people_wrote(
    bring: Callable[..., Any], ask: Callable[..., Any], graph: Graph, ine: str, size: int
) -> None:
    bring("initiatives", SHEET)
    with clock.at(LONG_AGO):
        by_form(graph, ask("MATCH (record:Initiative {name: 'De Kas'}) RETURN record.id"), ine)
    new = SHEET.replace("in uitvoering", "gestopt").replace("Met de buren.", "Met de kerk.")
    changed = twice(bring, "initiatives", new, size)
    # The first sentence is what it was, so the summary of people stays; the rest of the story is new.
    story = "Tomaten kweken. Met de kerk."
    assert ask(NOW) == ["Kruiden kweken.", story, "stopped", clock.today().isoformat(), None, None]
    assert (figures(changed)[:3], stays(changed)) == ([0, 1, 1], [(2, "De Kas", "summary")])
    assert bring("initiatives", new).unchanged == 2
    undo.undo(graph, actor=SYSTEM, batch_id=str(changed.batch))
    assert ask(NOW) == [*CORRECTED, ine]
    assert bring("initiatives", SHEET).unchanged == 2
    assert ask(NOW) == [*CORRECTED, ine]


def test_what_an_import_wrote_over_a_correction_is_no_correction(
    bring: Callable[..., Any], ask: Callable[..., Any], graph: Graph
) -> None:
    bring("initiatives", "naam;omschrijving\nDe Kas;Eerst.\n")
    now_is(graph, ask("MATCH (record:Initiative) RETURN record.id"), description="Van iemand.")
    bring("initiatives", "naam;omschrijving\nDe Kas;Nieuw.\n")
    back = bring("initiatives", "naam;omschrijving\nDe Kas;Eerst.\n")
    assert (back.updated, back.corrected) == (1, [])
    assert ask("MATCH (record:Initiative) RETURN record.description") == "Eerst."


def test_what_somebody_emptied_stays_empty(bring: Callable[..., Any], ask: Callable[..., Any], graph: Graph) -> None:
    sheet = "naam;website;kanalen\nDe Kas;https://kas.example;https://a.example|https://b.example\n"
    bring("initiatives", sheet)
    now_is(graph, ask("MATCH (record:Initiative) RETURN record.id"), website=None, channels=["https://a.example"])
    again = bring("initiatives", sheet)
    assert (again.unchanged, stays(again)) == (1, [(2, "De Kas", "channels"), (2, "De Kas", "website")])
    assert ask("MATCH (record:Initiative) RETURN [record.website, record.channels]") == [None, ["https://a.example"]]


@pytest.mark.parametrize("size", [1, 10])
def test_the_days_of_a_status_go_with_that_status(
    bring: Callable[..., Any], ask: Callable[..., Any], graph: Graph, given: Given, size: int
) -> None:
    kas = given.initiative(name="De Kas", status="running")
    now_is(graph, kas, status="completed", status_since=dt.date(2026, 2, 1))
    head = "naam;status;status sinds;status bevestigd op\n"
    told = twice(bring, "initiatives", f"{head}De Kas;in uitvoering;1-1-2026;2-1-2026\n", size)
    assert stays(told) == [(2, "De Kas", each) for each in ("status", "status_confirmed_on", "status_since")]
    assert ask(NOW)[2:] == ["completed", "2026-02-01", None, None]
    assert twice(bring, "initiatives", f"{head}De Kas;gestopt;1-3-2026;2-3-2026\n", size).corrected == []
    assert ask(NOW)[2:] == ["stopped", "2026-03-01", "2026-03-02", None]


ROW = "Stichting De Kas;Kas voor {};Groen;Team Oost;Groen;2016;Eenmalig;15,00;10,00"
GRANTS = register(ROW.format("ieder"), ROW.format("kinderen"), ROW.format("ouderen"))


@pytest.mark.parametrize("size", [1, 10])
def test_an_organisation_that_people_renamed_keeps_its_name_in_a_register(
    bring: Callable[..., Any], ask: Callable[..., Any], graph: Graph, size: int
) -> None:
    bring("subsidy-register", GRANTS, chunk_size=size)
    found = ask("MATCH (party:Organisation) RETURN party.id")
    now_is(graph, found, name="De Kas (stichting)")
    now_is(graph, ask("MATCH (grant:Contribution) RETURN min(grant.id)"), amount_granted=12.0)
    more = register(*GRANTS.splitlines()[1:], ROW.format("buren").replace("Stichting", "STICHTING"))
    again = twice(bring, "subsidy-register", more, size)
    assert figures(again)[:4] == [1, 0, 3, 0]
    assert sorted(each.field for each in again.corrected) == ["amount_granted", "name"]
    assert ask("MATCH (party:Organisation) RETURN collect([party.id, party.name])") == [[found, "De Kas (stichting)"]]
    assert ask("MATCH (grant:Contribution) RETURN sum(grant.amount_granted)") == 42.0


@pytest.mark.parametrize("size", [1, 10])
def test_a_dry_run_counts_a_change_that_several_rows_ask_once(
    bring: Callable[..., Any], ask: Callable[..., Any], size: int
) -> None:
    def sheet(town: str) -> str:
        head = "statcode;statnaam;rubriek;gemeentecode;gemeentenaam\n"
        return head + "".join(f"X-{each};Wijk {each};wijk;GM0001;{town}\n" for each in "123")

    bring("areas", sheet("Duinvliet"))
    assert twice(bring, "areas", sheet("Duinvliet aan Zee"), size).updated == 1
    assert ask("MATCH (area:Area {code: 'GM0001'}) RETURN area.name") == "Duinvliet aan Zee"


HOLD = "kenmerk;besluit;soort;initiatief;gevraagd op;besloten op;pauze sinds;pauze tot;waarom pauze\n"


def test_a_pause_is_held_against_the_days_that_people_corrected(
    bring: Callable[..., Any], ask: Callable[..., Any], graph: Graph, given: Given
) -> None:
    given.initiative(name="De Kas")
    bring("decisions", f"{HOLD}Z1;Kap;vraag;De Kas;1-2-2026;20-2-2026;;;\n")
    now_is(graph, ask("MATCH (record:Decision) RETURN record.id"), decided_on=dt.date(2026, 2, 10))
    late = bring("decisions", f"{HOLD}Z1;Kap;vraag;De Kas;1-2-2026;20-2-2026;12-2-2026;14-2-2026;Tekening\n")
    assert [each.reason for each in late.first_rejected] == [Reason.AFTER_DECIDED]
    early = bring("decisions", f"{HOLD}Z1;Kap;vraag;De Kas;1-2-2026;20-2-2026;3-2-2026;5-2-2026;Tekening\n")
    assert (early.rejected, stays(early)) == (0, [(2, "Kap", "decided_on")])
    assert ask("MATCH (record:Decision) RETURN toString(record.decided_on)") == "2026-02-10"
    assert checks.every(graph) == []


def test_a_row_is_taken_whole_where_what_stays_and_what_is_new_cannot_be_together(
    bring: Callable[..., Any], ask: Callable[..., Any], graph: Graph, given: Given
) -> None:
    given.initiative(name="De Kas")
    head = "kenmerk;besluit;soort;initiatief;wettelijke termijn\n"
    bring("decisions", f"{head}Z1;Kap;aanvraag;De Kas;\n")
    now_is(graph, ask("MATCH (record:Decision) RETURN record.id"), decision_kind="question")
    assert stays(bring("decisions", f"{head}Z1;Kap;aanvraag;De Kas;\n")) == [(2, "Kap", "decision_kind")]
    assert bring("decisions", f"{head}Z1;Kap;aanvraag;De Kas;1-9-2026\n").updated == 1
    assert ask("MATCH (record:Decision) RETURN record.decision_kind") == "application"
    assert checks.every(graph) == []


def test_a_first_import_asks_nothing_of_the_trail_and_a_chunk_asks_once(
    bring: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    question = corrections.CORRECTIONS.all

    def counted(tx: Any, **named: Any) -> Any:
        asked.append(len(named["records"]))
        return question(tx, **named)

    monkeypatch.setattr(corrections.CORRECTIONS, "all", counted)
    sheet = "naam;omschrijving\n" + "".join(f"Tuin {number};Verhaal {number}.\n" for number in range(4))
    bring("initiatives", sheet, chunk_size=4)
    bring("initiatives", sheet, chunk_size=4)
    assert asked == []
    bring("initiatives", sheet.replace("Verhaal", "Anders"), chunk_size=4)
    assert asked == [4]
