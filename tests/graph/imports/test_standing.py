"""What an import does to records that were there: it counts as a change of them, and leaves what is settled."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest

from graph import checks, links, records
from graph.errors import Conflict
from graph.imports.refusals import Fault
from graph.links import LinkField, Tie
from graph.model import Kind, Link
from graph.rights import SYSTEM
from tests.graph.imports.conftest import register

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.store import Graph
    from tests.given import Given

HOLDERS = LinkField(Link.ACCOUNT_HOLDER_OF, Kind.PERSON, outgoing=False)
TASKS = "person;function;kind;theme;expertise\n"
CONTACTS = "persoon;soort;initiatief;vanaf;tot\n"


def version(graph: Graph, record_id: str) -> int:
    return graph.read(records.read, actor=SYSTEM, record_id=record_id).version


def contacts(graph: Graph, initiative: str) -> list[str]:
    return [each.other_name for each in graph.read(links.of_record, record_id=initiative, types=[Link.CONTACT_FOR])]


def test_a_form_that_was_open_during_an_import_does_not_take_its_links_back(
    bring: Callable[..., Any], graph: Graph, given: Given
) -> None:
    piet = given.person(name="Piet Verzonnen", function="Adviseur", person_kind="official")
    ans = given.person(name="Ans Bedacht", function="Adviseur", person_kind="official")
    theme = given.theme(name="Groen", account_holder=[piet])
    before = version(graph, theme), version(graph, ans)
    assert bring("responsibilities", f"{TASKS}Ans Bedacht;Adviseur;account holder;Groen;\n").rejected == 0
    assert (version(graph, theme), version(graph, ans)) == (before[0] + 1, before[1] + 1)
    with pytest.raises(Conflict):
        graph.write(
            records.change,
            actor=SYSTEM,
            record_id=theme,
            version=before[0],
            properties={"name": "Groen, en water"},
            ties={HOLDERS: [Tie(piet)]},
        )
    assert bring("responsibilities", f"{TASKS}Ans Bedacht;Adviseur;account holder;Groen;bomen\n").rejected == 0
    assert version(graph, theme) == before[0] + 2
    assert bring("responsibilities", f"{TASKS}Ans Bedacht;Adviseur;account holder;Groen;bomen\n").rejected == 0
    assert version(graph, theme) == before[0] + 2


def test_what_no_form_asks_there_and_what_the_import_made_itself_stay_as_they_were(
    bring: Callable[..., Any], ask: Callable[..., Any], graph: Graph, given: Given
) -> None:
    theme = given.theme(name="Groen")
    assert bring("initiatives", "name;themes;people\nDe Kas;Groen;Ans Bedacht\n", chunk_size=1).created == 1
    assert version(graph, theme) == 1
    assert ask("MATCH (made:Record) WHERE made.batch IS NOT NULL RETURN collect(DISTINCT made.version)") == [1]


def test_an_initiative_gets_no_second_contact_person_from_a_sheet(
    bring: Callable[..., Any], graph: Graph, given: Given
) -> None:
    ans = given.person(name="Ans Bedacht")
    kas, tuin = given.initiative(name="De Kas", contact=[ans]), given.initiative(name="De Tuin")
    report = bring(
        "initiatives",
        "naam;contactpersonen\nDe Tuin;Ans Bedacht|Bo Fictie\nDe Kas;Bo Fictie\nDe Kas;Ans Bedacht\n"
        "De Kade;Bo Fictie\nDe Kade;Ans Bedacht\nDe Tuin;Bo Fictie\n",
    )
    assert [(each.line, each.column, each.reason, each.value) for each in report.first_rejected] == [
        (3, "contactpersonen", Fault.OTHER_CONTACT, "Bo Fictie"),
        (6, "contactpersonen", Fault.TWO_CONTACTS, "Ans Bedacht"),
        (7, "contactpersonen", Fault.TWO_CONTACTS, "Bo Fictie"),
    ]
    assert (contacts(graph, kas), contacts(graph, tuin)) == (["Ans Bedacht"], ["Ans Bedacht"])
    again = bring("initiatives", "naam;contactpersonen\nDe Tuin;Ans Bedacht\nDe Kade;Ans Bedacht\n")
    assert [(each.line, each.reason) for each in again.first_rejected] == [(3, Fault.OTHER_CONTACT)]
    assert checks.every(graph) == []


def test_a_contact_person_who_stopped_makes_room_for_another(
    bring: Callable[..., Any], graph: Graph, given: Given
) -> None:
    ans = given.person(name="Ans Bedacht", person_kind="official")
    kas = given.initiative(name="De Kas", contact=[Tie(ans, since=dt.date(2020, 1, 1))])
    bo = "Bo Fictie;contactpersoon;De Kas;1-2-2026;\n"
    earlier = "Ans Bedacht;contactpersoon;De Kas;1-1-2015;1-1-2016\n"
    assert bring("responsibilities", CONTACTS + earlier + bo).rejected == 1
    assert contacts(graph, kas) == ["Ans Bedacht"]
    stopped = "Ans Bedacht;contactpersoon;De Kas;1-1-2020;1-2-2026\n"
    assert bring("responsibilities", CONTACTS + stopped + bo).rejected == 0
    assert contacts(graph, kas) == ["Bo Fictie"]
    assert bring("responsibilities", f"{CONTACTS}Ans Bedacht;contactpersoon;De Kas;;\n").rejected == 1
    assert checks.every(graph) == []


def now_is(graph: Graph, record_id: str, **properties: str) -> None:
    """Somebody who knows better saves the form."""
    graph.write(
        records.change,
        actor=SYSTEM,
        record_id=record_id,
        version=version(graph, record_id),
        properties=properties,
    )


@pytest.mark.parametrize(
    ("profile", "sheet"),
    [
        ("initiatives", "naam;gebied\nDe Kas;Oost\n"),
        ("responsibilities", "persoon;soort;gebied\nAns Bedacht;wegwijzer;Oost\n"),
        ("joint-arrangements", "Deelnemer;Gemeenschappelijke regeling;Plaats\nDuinvliet;De Regio;Oost\n"),
    ],
)
def test_a_sheet_that_says_no_level_leaves_the_level_that_people_gave(
    bring: Callable[..., Any], ask: Callable[..., Any], graph: Graph, profile: str, sheet: str
) -> None:
    bring(profile, sheet)
    level = "MATCH (area:Area {name: 'Oost'}) RETURN area.level"
    assert ask(level) == "unknown"
    now_is(graph, ask("MATCH (area:Area {name: 'Oost'}) RETURN area.id"), level="district")
    assert (bring(profile, sheet).unchanged, ask(level)) == (1, "district")


def test_a_sheet_that_says_no_level_leaves_the_level_of_a_map(
    bring: Callable[..., Any], ask: Callable[..., Any]
) -> None:
    sheet = "naam;gebied\nDe Kas;Oost\n"
    bring("initiatives", sheet)
    assert bring("areas", "code;naam;niveau\nWK000101;Oost;wijk\n").updated == 1
    assert bring("initiatives", sheet).unchanged == 1
    assert ask("MATCH (area:Area {name: 'Oost'}) RETURN [area.level, area.code]") == ["district", "WK000101"]


def test_what_a_profile_takes_for_granted_undoes_no_correction(
    bring: Callable[..., Any], ask: Callable[..., Any], graph: Graph
) -> None:
    sheet = "Deelnemer;Gemeenschappelijke regeling\nDuinvliet;De Regio\n"
    bring("joint-arrangements", sheet)
    kind = "MATCH (party:Organisation) RETURN party.organisation_kind"
    assert ask(kind) == "government"
    now_is(graph, ask("MATCH (party:Organisation) RETURN party.id"), organisation_kind="foundation")
    assert (bring("joint-arrangements", sheet).unchanged, ask(kind)) == (1, "foundation")


@pytest.mark.parametrize(("known", "after"), [(None, "money"), ("means", "means")])
def test_the_record_that_a_row_is_about_gets_what_goes_without_saying_where_it_says_nothing(
    bring: Callable[..., Any], ask: Callable[..., Any], given: Given, known: str | None, after: str
) -> None:
    given.contribution(name="Subsidie 2016: Kas voor ieder", contribution_kind=known)
    text = register("Stichting De Kas;Kas voor ieder;Groen in de buurt;Team Oost;Groen;2016;Eenmalig;15,00;10,00")
    assert bring("subsidy-register", text).updated == 1
    assert ask("MATCH (grant:Contribution) RETURN [grant.contribution_kind, grant.amount_granted]") == [after, 10.0]
    assert bring("subsidy-register", text).unchanged == 1
