"""Every kind of the civic record can be brought in from a sheet, again without a change, and taken back."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest

from graph import checks, commitments
from graph.imports import profile, undo
from graph.imports.refusals import Fault
from graph.model import LINK, Kind, Link, Visibility
from graph.properties import Reason
from graph.rights import SYSTEM

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.store import Graph
    from tests.given import Given

# For each profile a sheet, what it makes as a question to the graph, and the answer.
SHEETS: dict[str, tuple[str, str, list[Any]]] = {
    "contributions": (
        (
            "bijdrage;soort;initiatief;gever;regeling;gevraagd;verleend;hoeveel;gegeven op;afgewezen op;jaar\n"
            "Zaad;geld;De Kas;Team Groen;Buurtpot;€ 1.500,00;1.200;;3-4-2026;;2026\n"
            "Hulp op zaterdag;uren;de kas;Buurtclub;;;;4 uur;;5-4-2026;2026\n"
        ),
        """MATCH (giver)-[:GIVES]->(record:Contribution)-[:TO]->(:Initiative {name: 'De Kas'})
           OPTIONAL MATCH (record)-[:UNDER]->(scheme:SubsidyScheme)
           WITH giver, record, scheme ORDER BY record.name
           RETURN collect([giver.name, record.contribution_kind, record.amount_asked, scheme.name,
                           toString(record.granted_on), toString(record.refused_on)])""",
        [
            ["Buurtclub", "capacity", None, None, None, "2026-04-05"],
            ["Team Groen", "money", 1500.0, "Buurtpot", "2026-04-03", None],
        ],
    ),
    "schemes": (
        "regeling;plafond;sluit op;samen aanvragen;doel;thema\nBuurtpot;€ 20.000;1-12-2026;ja;Meer bomen;Groen\n",
        """MATCH (goal)<-[:SERVES]-(record:SubsidyScheme)-[:HAS_THEME]->(theme)
           RETURN [record.ceiling, toString(record.deadline), record.joint_application, goal.name, theme.name]""",
        [20000.0, "2026-12-01", True, "Meer bomen", "Groen"],
    ),
    "decisions": (
        (
            "besluit;soort;initiatief;wie beslist;gevraagd op;wettelijke termijn;besloten op;uitkomst\n"
            "Kapvergunning;aanvraag;De Kas|De Tuin;Team Groen;1-2-2026;29-3-2026;;\n"
            "Plek voor de kas;vraag;De Kas;De raad;1-2-2026;;1-3-2026;Het mag\n"
        ),
        """MATCH (who)-[:DECIDES]->(record:Decision)<-[wait:WAITS_FOR]-(initiative)
           WITH who, record, wait, initiative ORDER BY record.name, initiative.name
           RETURN collect([record.decision_kind, who.name, initiative.name, toString(wait.since),
                           toString(wait.until)])""",
        [
            ["application", "Team Groen", "De Kas", "2026-02-01", None],
            ["application", "Team Groen", "De Tuin", "2026-02-01", None],
            ["question", "De raad", "De Kas", "2026-02-01", "2026-03-01"],
        ],
    ),
    "commitments": (
        (
            "afspraak;soort;door;aan;doel;afgesproken op;termijn;geen termijn;verteld op\n"
            "Plein schoonmaken;afspraak;Team Groen;De Kas;Meer bomen;1-2-2026;1-6-2026;;8-6-2026\n"
            "Nota over groen;toezegging;De raad;De raad;;1-3-2026;;ja;\n"
        ),
        """MATCH (maker)-[:MADE]->(record:Commitment)-[:TO]->(to), (record)-[:DUE]->(term:Term)
           WITH maker, record, to, term ORDER BY record.name DESC
           RETURN collect([record.commitment_kind, maker.name, to.name, toString(term.on), term.none_agreed,
                           toString(term.told_on), toString(term.set_on)])""",
        [
            ["agreement", "Team Groen", "De Kas", "2026-06-01", None, "2026-06-08", "2026-02-01"],
            ["promise_to_council", "De raad", "De raad", None, True, None, "2026-03-01"],
        ],
    ),
    "requirements": (
        (
            "eis;waarom;volgens de wet;wet en artikel;team;initiatief;stand\n"
            "Kapvergunning;Bomen zijn oud;ja;Bomenverordening 3;Team Groen;De Kas;open\n"
            "Kapvergunning;Bomen zijn oud;ja;Bomenverordening 3;Team Groen;De Tuin;voldaan\n"
        ),
        """MATCH (team)-[:SETS]->(record:Requirement)<-[must:MUST_MEET]-(initiative)
           WITH team, record, must, initiative ORDER BY initiative.name
           RETURN collect([record.legally_required, team.name, initiative.name, must.requirement_state])""",
        [[True, "Team Groen", "De Kas", "open"], [True, "Team Groen", "De Tuin", "met"]],
    ),
    "interactions": (
        (
            "onderwerp;soort;datum;over;gevoerd door;verslag;volgende stap;volgende stap voor\n"
            "Bezoek aan de kas;bezoek;4-5-2026;De Kas|Buurtclub;Ans Bedacht;Het glas is stuk.;Glas regelen;1-6-2026\n"
        ),
        """MATCH (who)-[:HELD]->(record:Interaction)-[:ABOUT]->(what)
           WITH who, record, what ORDER BY what.name
           WITH who, record, collect(what.name) AS about
           RETURN [record.visibility, record.interaction_kind, who.name, about, toString(record.next_on)]
        """,
        ["draft", "visit", "Ans Bedacht", ["Buurtclub", "De Kas"], "2026-06-01"],
    ),
    "needs": (
        "gezocht;wie zoekt;soort;tot en met\nEen bakfiets op zaterdag;De Kas;spullen;31-12-2026\n",
        "MATCH (who)-[:NEEDS]->(record:Need) RETURN [who.name, record.supply_kind, toString(record.wanted_until)]",
        ["De Kas", "materials", "2026-12-31"],
    ),
    "offers": (
        "geboden;wie biedt;soort;omschrijving\nOnze bakfiets lenen;Buurtclub;spullen;Op zaterdag\n",
        "MATCH (who)-[:OFFERS]->(record:Offer) RETURN [who.name, record.supply_kind, record.description]",
        ["Buurtclub", "materials", "Op zaterdag"],
    ),
    "results": (
        (
            "resultaat;initiatief;doel;indicator;streven;geworden;datum\n"
            "Veertig bomen;De Kas;Meer bomen;bomen;30;40;1-5-2026\n"
        ),
        """MATCH (initiative)-[:ACHIEVED]->(record:Result)-[:COUNTS_FOR]->(goal)
           RETURN [initiative.name, goal.name, record.aimed_at, record.achieved, toString(record.reached_on)]""",
        ["De Kas", "Meer bomen", "30", "40", "2026-05-01"],
    ),
    "lessons": (
        "les;soort;fase;initiatief;thema\nVraag de buren eerst;tip;gestart;De Kas;Groen\n",
        """MATCH (initiative)-[:LEARNED]->(record:Lesson)-[:HAS_THEME]->(theme)
           RETURN [initiative.name, record.lesson_kind, record.phase, theme.name]""",
        ["De Kas", "tip", "started", "Groen"],
    ),
    "assessments": (
        (
            "initiatief;kader;criterium;antwoord;omdat;uitkomst;motivering;gevraagd op;besloten op;verteld op\n"
            "De Kas;Kader 2025;Past het bij een doel?;ja;Meer bomen;steun;Een goed plan;1-2-2026;1-3-2026;2-3-2026\n"
            "De Kas;Kader 2025;Mag het?;deels;Tot er huizen komen;;;;;\n"
        ),
        """MATCH (:Initiative {name: 'De Kas'})<-[:JUDGES]-(record:Assessment)-[:UNDER]->(framework)
           MATCH (record)-[says:ANSWERS]->(criterion)-[:PART_OF]->(framework)
           WITH record, framework, says, criterion ORDER BY criterion.name
           WITH record, framework, collect([criterion.name, says.answer]) AS answers
           RETURN [record.name, record.visibility, record.outcome, framework.name, toString(record.told_on),
                   answers]""",
        [
            "Afweging over De Kas",
            "draft",
            "supported",
            "Kader 2025",
            "2026-03-02",
            [["Mag het?", "partly"], ["Past het bij een doel?", "yes"]],
        ],
    ),
    "frameworks": (
        (
            "kader;visie;criterium;toelichting;plaats\n"
            "Kader 2027;Ruimte geven;Past het bij een doel?;Een doel van de raad.;1\n"
            "Kader 2027;Ruimte geven;Doet de buurt mee?;Mensen uit de buurt.;2\n"
        ),
        """MATCH (criterion)-[:PART_OF]->(record:AssessmentFramework {name: 'Kader 2027'})
           WITH record, criterion ORDER BY criterion.position
           WITH record, collect([criterion.position, criterion.name, criterion.description]) AS criteria
           RETURN [record.vision, record.framework_state, record.visibility, criteria]""",
        [
            "Ruimte geven",
            "draft",
            "draft",
            [[1, "Past het bij een doel?", "Een doel van de raad."], [2, "Doet de buurt mee?", "Mensen uit de buurt."]],
        ],
    ),
    "keepers": (
        ("pagina;bijhouder;nakijken vóór;sinds\nDe Kas;Ans Bedacht;1-2-2027;1-1-2026\nMeer bomen;Ans Bedacht;;\n"),
        """MATCH (who:Person {name: 'Ans Bedacht'})-[keeps:KEEPS]->(record)
           WITH who, keeps, record ORDER BY record.name
           RETURN collect([who.name, record.name, toString(record.review_on), toString(keeps.since)])""",
        [["Ans Bedacht", "De Kas", "2027-02-01", "2026-01-01"], ["Ans Bedacht", "Meer bomen", None, None]],
    ),
    "interests": (
        "wie;waarin;belang;sinds\nBuurtclub;De Kas;Samen koken;1-1-2026\nAns Bedacht;Meer bomen;Schaduw;\n",
        """MATCH (who)-[has:HAS_INTEREST_IN]->(what) WITH who, has, what ORDER BY who.name
           RETURN collect([who.name, what.name, has.text, toString(has.since)])""",
        [["Ans Bedacht", "Meer bomen", "Schaduw", None], ["Buurtclub", "De Kas", "Samen koken", "2026-01-01"]],
    ),
}


@pytest.fixture
def town(given: Given) -> Given:
    """The parties, goals and frameworks that the sheets name."""
    given.initiative(name="De Kas")
    jan = given.person(name="Jan Verzonnen", person_kind="official")
    given.initiative(name="De Tuin", keeper=[jan])
    given.organisation(name="Buurtclub")
    given.department(name="Team Groen")
    given.person(name="Ans Bedacht", person_kind="official")
    given.goal(name="Meer bomen")
    given.theme(name="Groen")
    given.record(Kind.BODY, name="De raad")
    for name in ("Kader 2023", "Kader 2025"):
        framework = given.record(Kind.ASSESSMENT_FRAMEWORK, name=name, framework_state="draft")
        for criterion in ("Past het bij een doel?", "Mag het?"):
            given.record(Kind.CRITERION, name=criterion, parent=framework)
    given.record(Kind.ASSESSMENT_FRAMEWORK, name="Kader 2024", framework_state="adopted")
    return given


@pytest.mark.usefixtures("town")
@pytest.mark.parametrize("name", SHEETS)
def test_a_sheet_makes_what_it_says_once_and_can_be_taken_back(
    bring: Callable[..., Any], ask: Callable[..., Any], graph: Graph, name: str
) -> None:
    text, question, answer = SHEETS[name]
    before = ask("MATCH (node) WHERE node:Record OR node:Term OR node:Pause RETURN count(node)")
    dream = bring(name, text, dry_run=True, chunk_size=1)
    real = bring(name, text, chunk_size=1)
    assert (dream.rejected, real.rejected) == (0, 0), real.first_rejected
    assert ask(question) == answer
    for each in ("created", "updated", "unchanged", "nodes", "relationships"):
        assert getattr(dream, each) == getattr(real, each), each
    assert real.created + real.updated >= 1
    assert not graph.read(lambda tx: [broken for check in checks.CHECKS for broken in checks.run(tx, check)])
    again = bring(name, text, name="nog-eens.csv")
    assert (again.created, again.updated, again.nodes, again.relationships) == (0, 0, 0, 0)
    taken = undo.undo(graph, actor=SYSTEM, batch_id=real.batch)
    assert taken.kept == []
    assert ask("MATCH (node) WHERE node:Record OR node:Term OR node:Pause RETURN count(node)") == before


BAD = [
    ("contributions", "bijdrage;soort;initiatief\nZaad;lening;De Kas\n", "soort", Reason.NOT_A_CHOICE),
    ("contributions", "bijdrage;soort;initiatief\nZaad;geld;De Kade\n", "initiatief", Fault.NOT_THERE),
    ("contributions", "bijdrage;soort;initiatief;verleend\nZaad;geld;De Kas;-5\n", "verleend", Fault.BELOW_ZERO),
    (
        "contributions",
        "bijdrage;soort;initiatief;gevraagd op;gegeven op\nZaad;geld;De Kas;2-2-2026;1-2-2026\n",
        "gegeven op",
        Reason.BEFORE_ASKED,
    ),
    (
        "contributions",
        "bijdrage;soort;initiatief;gevraagd op;afgewezen op\nZaad;vergunning;De Kas;2-2-2026;1-2-2026\n",
        "afgewezen op",
        Reason.BEFORE_ASKED,
    ),
    (
        "contributions",
        "bijdrage;soort;initiatief;gegeven op;afgewezen op\nZaad;vergunning;De Kas;2-2-2026;2-2-2026\n",
        "afgewezen op",
        Reason.GIVEN,
    ),
    ("schemes", "regeling;plafond\nBuurtpot;veel\n", "plafond", Reason.NOT_A_NUMBER),
    (
        "decisions",
        "besluit;soort;initiatief;wettelijke termijn\nBoom;vraag;De Kas;1-2-2026\n",
        "wettelijke termijn",
        Reason.ONLY_APPLICATION,
    ),
    (
        "decisions",
        "besluit;soort;initiatief;gevraagd op\nBoom;vraag;De Kas;1-2-2999\n",
        "gevraagd op",
        Reason.IN_FUTURE,
    ),
    (
        "commitments",
        "afspraak;soort;aan;termijn;geen termijn\nPlein;afspraak;De Kas;1-2-2026;ja\n",
        "geen termijn",
        Fault.DAY_AND_NONE,
    ),
    (
        "commitments",
        "afspraak;soort;aan;afgesproken op;nagekomen op;bewijs\nPlein;afspraak;De Kas;2-2-2026;1-2-2026;Foto\n",
        "nagekomen op",
        Reason.BEFORE_MADE,
    ),
    ("requirements", "eis;volgens de wet\nKapvergunning;misschien\n", "volgens de wet", Fault.NOT_A_YES),
    ("interactions", "onderwerp;datum;over\nBezoek;31-02-2026;De Kas\n", "datum", Reason.NOT_A_DATE),
    ("needs", "gezocht;wie zoekt;soort\nFiets;De Kas;vervoer\n", "soort", Reason.NOT_A_CHOICE),
    ("offers", "geboden;wie biedt\nFiets;Niemand\n", "wie biedt", Fault.NOT_THERE),
    ("results", "resultaat;initiatief;doel\nBomen;De Kas;Minder bomen\n", "doel", Fault.NOT_THERE),
    ("lessons", "les;soort;initiatief\nVraag het;raad;De Kas\n", "soort", Reason.NOT_A_CHOICE),
    ("keepers", "pagina;bijhouder\nDe Tuin;Ans Bedacht\n", "bijhouder", Fault.KEPT),
    ("keepers", "pagina;bijhouder\nDe Kade;Ans Bedacht\n", "pagina", Fault.NOT_THERE),
    ("keepers", "pagina;soort;bijhouder\nDe Kas;thema;Ans Bedacht\n", "pagina", Fault.NOT_THERE),
    ("keepers", "pagina;soort;bijhouder\nDe Kas;gebouw;Ans Bedacht\n", "soort", Reason.NOT_A_CHOICE),
    ("keepers", "pagina;bijhouder;nakijken vóór\nDe Kas;Ans Bedacht;morgen\n", "nakijken vóór", Reason.NOT_A_DATE),
    ("frameworks", "kader;criterium\nKader 2024;Is het mooi?\n", "kader", Fault.ADOPTED),
    ("frameworks", "kader;criterium;plaats\nKader 2027;Mag het?;eerste\n", "plaats", Reason.NOT_A_NUMBER),
    ("assessments", "initiatief;kader;criterium\nDe Kas;Kader 2025;Is het mooi?\n", "criterium", Fault.NOT_THERE),
    ("assessments", "initiatief;kader;verteld op\nDe Kas;Kader 2025;2-3-2026\n", "verteld op", Reason.NOT_DECIDED),
]


@pytest.mark.usefixtures("town")
@pytest.mark.parametrize(("name", "text", "column", "reason"), BAD)
def test_a_bad_cell_is_refused_with_its_column_and_reason(
    bring: Callable[..., Any], name: str, text: str, column: str, reason: str
) -> None:
    report = bring(name, text)
    assert [(each.line, each.column, each.reason) for each in report.first_rejected] == [(2, column, reason)]
    assert report.created == 0


def test_a_sheet_of_keepers_reaches_every_kind_that_can_be_kept(
    bring: Callable[..., Any], ask: Callable[..., Any], given: Given
) -> None:
    """All records have one name, so that only the column says which is meant."""
    choices = profile.load("keepers").columns["kind"].choices
    words = {kind: word for word, kind in choices.items()}
    kinds = [kind for kind in LINK[Link.KEEPS].ends if kind is not Kind.PERSON]
    given.person(name="Ans Bedacht", person_kind="official")
    for kind in kinds:
        given.record(kind, name="Groen", visibility=Visibility.DRAFT)
    undecided = bring("keepers", "pagina;bijhouder\nGroen;Ans Bedacht\n")
    assert [each.reason for each in undecided.first_rejected] == [Fault.AMBIGUOUS]
    rows = "".join(f"Groen;{words[kind]};Ans Bedacht\n" for kind in kinds)
    assert bring("keepers", f"pagina;soort;bijhouder\n{rows}").rejected == 0
    kept = ask("MATCH (:Person)-[:KEEPS]->(record) UNWIND labels(record) AS kind RETURN collect(kind)")
    assert sorted(set(kept) - {"Record"}) == sorted(kinds)


def test_a_sheet_that_only_finds_records_does_not_rename_them(
    bring: Callable[..., Any], ask: Callable[..., Any], given: Given
) -> None:
    given.initiative(name="De Kas", external_id="I-7")
    given.initiative(name="De Tuin")
    given.person(name="Ans Bedacht", person_kind="official")
    bring("keepers", "kenmerk;pagina;bijhouder\nI-7;Kas aan de Laan;Ans Bedacht\nI-8;De Tuin;Ans Bedacht\n")
    found = ask("""MATCH (:Person)-[:KEEPS]->(kept) WITH kept ORDER BY kept.name
                   RETURN collect([kept.name, kept.external_id])""")
    assert found == [["De Kas", "I-7"], ["De Tuin", None]]


@pytest.mark.usefixtures("town")
def test_another_day_is_another_term_and_the_old_one_stays(
    bring: Callable[..., Any], ask: Callable[..., Any], graph: Graph
) -> None:
    head = "afspraak;soort;aan;afgesproken op;termijn;reden nieuwe termijn;verteld op\n"
    bring("commitments", head + "Plein schoonmaken;afspraak;De Kas;1-2-2026;1-6-2026;;\n")
    later = head + "Plein schoonmaken;afspraak;De Kas;1-2-2026;1-9-2026;De boor was stuk;3-6-2026\n"
    dream = bring("commitments", later, dry_run=True)
    real = bring("commitments", later)
    assert (dream.updated, dream.nodes, dream.relationships) == (real.updated, real.nodes, real.relationships)
    assert (real.created, real.updated, real.nodes) == (0, 1, 1)
    days = "MATCH (:Commitment)-[:DUE]->(term) WITH term ORDER BY term.on RETURN collect(toString(term.on))"
    assert ask(days) == ["2026-06-01", "2026-09-01"]
    told = head + "Plein schoonmaken;afspraak;De Kas;1-2-2026;1-6-2026;;2-6-2026\n"
    batch = bring("commitments", told).batch
    first = "MATCH (term:Term) WHERE term.on = date('2026-06-01') RETURN toString(term.told_on)"
    assert ask(first) == "2026-06-02"
    undo.undo(graph, actor=SYSTEM, batch_id=batch)
    assert ask(first) is None
    undo.undo(graph, actor=SYSTEM, batch_id=real.batch)
    assert ask(days) == ["2026-06-01"]


@pytest.mark.usefixtures("town")
def test_an_undo_takes_what_the_import_told_and_leaves_what_was_told_since(
    bring: Callable[..., Any], ask: Callable[..., Any], graph: Graph
) -> None:
    head = "afspraak;soort;aan;afgesproken op;termijn;verteld op\nPlein;afspraak;De Kas;1-2-2026;1-6-2026;"
    bring("commitments", head + "\n")
    batch = bring("commitments", head + "2-6-2026\n").batch
    made, version = ask("MATCH (record:Commitment) RETURN [record.id, record.version]")
    again = dt.date(2026, 6, 8)
    graph.write(commitments.tell, actor=SYSTEM, commitment_id=made, version=version, told_on=again)
    undo.undo(graph, actor=SYSTEM, batch_id=batch)
    term = "MATCH (term:Term) RETURN [toString(term.told_on), [day IN term.tellings | toString(day)]]"
    assert ask(term) == ["2026-06-08", ["2026-06-08"]]


@pytest.mark.usefixtures("town")
def test_what_is_sought_finds_what_is_offered(bring: Callable[..., Any], ask: Callable[..., Any]) -> None:
    bring("needs", SHEETS["needs"][0])
    bring("offers", SHEETS["offers"][0])
    assert ask("MATCH (offer)-[fits:FITS]->(need) RETURN [offer.name, need.name]") == [
        "Onze bakfiets lenen",
        "Een bakfiets op zaterdag",
    ]


@pytest.mark.usefixtures("town")
def test_a_decision_stops_the_clock_for_whoever_waits(bring: Callable[..., Any], ask: Callable[..., Any]) -> None:
    head = "kenmerk;besluit;soort;initiatief;gevraagd op;besloten op;uitkomst\n"
    bring("decisions", head + "Z1;Kap;vraag;De Kas|De Tuin;1-2-2026;;\n")
    bring("decisions", head + "Z1;Kap;vraag;De Kas;1-2-2026;1-3-2026;Het mag\n")
    assert ask("MATCH (:Decision)<-[wait:WAITS_FOR]-() RETURN collect(toString(wait.until))") == ["2026-03-01"] * 2


@pytest.mark.usefixtures("town")
def test_an_assessment_that_was_told_stays_as_it_is(bring: Callable[..., Any], ask: Callable[..., Any]) -> None:
    bring("assessments", SHEETS["assessments"][0])
    changed = SHEETS["assessments"][0].replace("Een goed plan", "Een slecht plan")
    assert bring("assessments", changed).updated == 0
    assert ask("MATCH (record:Assessment) RETURN record.motivation") == "Een goed plan"
