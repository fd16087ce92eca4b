"""What an import did with links is taken back too, and what people did with them since stays and is named."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from graph import records
from graph.imports import kept, undo
from graph.links import LinkField, Tie
from graph.model import Kind, Link
from graph.rights import SYSTEM
from tests.graph.imports.conftest import register

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from graph.imports.undo import Undone
    from graph.store import Graph
    from tests.given import Given

THEMES = LinkField(Link.ACCOUNT_HOLDER_OF, Kind.THEME)
HEAD = "person;function;kind;theme;expertise\n"
ROW = "Ans Bedacht;Adviseur;account holder;"
EXPERTISE = "MATCH (:Person)-[link:ACCOUNT_HOLDER_OF]->(:Theme {name: $theme}) RETURN link.expertise"


@pytest.fixture
def ans(given: Given) -> dict[str, str]:
    """An official and two themes, by name."""
    return {
        "Ans": given.person(name="Ans Bedacht", function="Adviseur", person_kind="official"),
        "Groen": given.theme(name="Groen"),
        "Water": given.theme(name="Water"),
    }


def now_holds(graph: Graph, ask: Callable[..., Any], record_id: str, field: LinkField, ties: Sequence[Tie]) -> None:
    """Somebody makes these the links of the record."""
    version = ask("MATCH (record:Record {id: $id}) RETURN record.version", id=record_id)
    graph.write(records.change, actor=SYSTEM, record_id=record_id, version=version, properties={}, ties={field: ties})


def said(done: Undone) -> list[tuple[str, str | None, str | None]]:
    return [(each.name, each.field, each.other_name) for each in done.kept]


def test_a_link_gets_its_value_back_with_a_line_in_the_audit_trail(
    bring: Callable[..., Any], ask: Callable[..., Any], graph: Graph, ans: dict[str, str]
) -> None:
    bring("responsibilities", f"{HEAD}{ROW}Groen;bomen\n")
    batch = bring("responsibilities", f"{HEAD}{ROW}Groen;gras\n").batch
    done = undo.undo(graph, actor=SYSTEM, batch_id=batch)
    assert (done.restored, done.kept) == (1, [])
    assert ask(EXPERTISE, theme="Groen") == "bomen"
    assert ask("""MATCH (line:AuditEntry {action: 'undo_import'}) WHERE line.field ENDS WITH ' expertise'
                  RETURN collect([line.record_id, line.old, line.new])""") == [[ans["Ans"], "gras", "bomen"]]


def test_a_value_of_a_link_that_somebody_changed_since_stays_and_is_named(
    bring: Callable[..., Any], ask: Callable[..., Any], graph: Graph, ans: dict[str, str]
) -> None:
    bring("responsibilities", f"{HEAD}{ROW}Groen;bomen\n")
    batch = bring("responsibilities", f"{HEAD}{ROW}Groen;gras\n").batch
    now_holds(graph, ask, ans["Ans"], THEMES, [Tie(ans["Groen"], {"expertise": "riet"})])
    done = undo.undo(graph, actor=SYSTEM, batch_id=batch)
    assert (done.restored, said(done)) == (0, [("Ans Bedacht", "ACCOUNT_HOLDER_OF", "Groen")])
    assert ask(EXPERTISE, theme="Groen") == "riet"


def test_a_link_between_older_records_that_somebody_ended_since_stays_and_is_named(
    bring: Callable[..., Any], ask: Callable[..., Any], graph: Graph, ans: dict[str, str]
) -> None:
    batch = bring("responsibilities", f"{HEAD}{ROW}Groen;bomen\n{ROW}Water;riet\n").batch
    now_holds(graph, ask, ans["Ans"], THEMES, [Tie(ans["Water"], {"expertise": "riet"})])
    done = undo.undo(graph, actor=SYSTEM, batch_id=batch)
    assert said(done) == [("Ans Bedacht", "ACCOUNT_HOLDER_OF", "Groen")]
    assert ask("MATCH ()-[link:ACCOUNT_HOLDER_OF]->(theme) RETURN collect([theme.name, link.until IS NOT NULL])") == [
        ["Groen", True]
    ]


def test_a_link_of_a_new_record_that_somebody_ended_since_stays_and_is_named(
    bring: Callable[..., Any], ask: Callable[..., Any], graph: Graph
) -> None:
    batch = bring(
        "subsidy-register", register("Stichting De Kas;De Kas;Groen doen;stadsdeel Oost;Groen;2016;Eenmalig;5,00;5,00")
    ).batch
    initiative = ask("MATCH (record:Initiative) RETURN record.id")
    now_holds(graph, ask, initiative, LinkField(Link.HAS_THEME, Kind.THEME), [])
    done = undo.undo(graph, actor=SYSTEM, batch_id=batch)
    assert said(done) == [("De Kas", "HAS_THEME", "Groen"), ("De Kas", None, None), ("Groen", None, None)]
    assert ask("MATCH (:Initiative)-[link]->(:Theme) RETURN link.until IS NOT NULL") is True
    assert ask("MATCH (record:Record) RETURN count(record)") == 2


def test_what_stayed_is_kept_with_the_import_and_named_as_it_is_called_now(
    bring: Callable[..., Any], ask: Callable[..., Any], graph: Graph, ans: dict[str, str]
) -> None:
    bring("responsibilities", f"{HEAD}{ROW}Groen;bomen\n")
    batch = bring("responsibilities", f"{HEAD}{ROW}Groen;gras\n").batch
    now_holds(graph, ask, ans["Ans"], THEMES, [Tie(ans["Groen"], {"expertise": "riet"})])
    first = undo.undo(graph, actor=SYSTEM, batch_id=batch)
    assert graph.read(kept.of_batch, actor=SYSTEM, batch_id=batch) == first.kept
    assert undo.undo(graph, actor=SYSTEM, batch_id=batch).kept == first.kept
    ask("MATCH (theme:Theme {name: 'Groen'}) SET theme.name = 'Planten' RETURN 1")
    assert said(undo.undo(graph, actor=SYSTEM, batch_id=batch)) == [("Ans Bedacht", "ACCOUNT_HOLDER_OF", "Planten")]


def test_what_an_import_made_and_changed_itself_is_taken_back_whole(
    bring: Callable[..., Any], ask: Callable[..., Any], graph: Graph
) -> None:
    batch = bring("responsibilities", f"{HEAD}{ROW}Groen;bomen\n{ROW}Groen;gras\n", chunk_size=1).batch
    done = undo.undo(graph, actor=SYSTEM, batch_id=batch)
    assert (done.restored, done.kept) == (1, [])
    assert ask("MATCH (record:Record) RETURN count(record)") == 0


MENTIONS = """MATCH (initiative:Initiative)-[:MENTIONS]->(word) WITH initiative, word ORDER BY word.text
              RETURN collect([initiative.name, word.text])"""
FITS = "MATCH (offer:Offer)-[:FITS]->(need:Need) RETURN collect([offer.name, need.name])"


def test_an_initiative_mentions_its_old_words_again(
    bring: Callable[..., Any], ask: Callable[..., Any], graph: Graph, given: Given
) -> None:
    known = given.initiative(name="De Kas", external_id="I-1", summary="Tomaten kweken")
    before = ask(MENTIONS)
    assert ["De Kas", "tomaten"] in before
    text = "external_id;name;description\nI-1;De Kas;Fietsen repareren\n"
    batch = bring("initiatives", text).batch
    assert ["De Kas", "fietsen"] in ask(MENTIONS)
    undo.undo(graph, actor=SYSTEM, batch_id=batch)
    assert ask(MENTIONS) == before
    batch = bring("initiatives", text).batch
    version = ask("MATCH (record:Record {id: $id}) RETURN record.version", id=known)
    graph.write(records.remove, actor=SYSTEM, record_id=known, version=version)
    undo.undo(graph, actor=SYSTEM, batch_id=batch)
    assert ask(MENTIONS) == [], "what was taken out of every page is not found by its old words"


def test_an_offer_fits_what_its_old_words_fit_again(
    bring: Callable[..., Any], ask: Callable[..., Any], graph: Graph, given: Given
) -> None:
    given.initiative(name="De Kas")
    head = "kenmerk;wat;partij;soort\n"
    bring("needs", f"{head}N-1;Bakfiets;De Kas;spullen\n")
    bring("offers", f"{head}A-1;Bakfiets;De Kas;spullen\n")
    assert ask(FITS) == [["Bakfiets", "Bakfiets"]]
    batch = bring("offers", f"{head}A-1;Springkussen;De Kas;spullen\n").batch
    assert ask(FITS) == []
    undo.undo(graph, actor=SYSTEM, batch_id=batch)
    assert ask(FITS) == [["Bakfiets", "Bakfiets"]]
