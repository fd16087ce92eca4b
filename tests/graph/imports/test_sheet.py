"""Who and what the generic sheet of initiatives names: what is public of that, and what is not made of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graph import checks, initiatives, invitations, links, records
from graph.invitations import Subject
from graph.model import Link, Visibility
from graph.rights import SYSTEM, VISITOR

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.store import Graph
    from tests.given import Given

ID = "MATCH (record:Record {name: $name}) RETURN record.id"
NEVER = "MATCH (node) WHERE any(key IN keys(node) WHERE node[key] IN $never) RETURN count(node)"
NOTES = "MATCH (goal:Goal)-[:DERIVED_FROM]->(note:PolicyNote) RETURN collect(goal.name + ': ' + note.name)"


def people(graph: Graph, initiative: str, link: Link) -> list[str]:
    return sorted(each.other_name for each in graph.read(links.of_record, record_id=initiative, types=[link]))


def test_who_an_unknown_initiator_is_stays_unseen_until_somebody_publishes_it(
    bring: Callable[..., Any], ask: Callable[..., Any], graph: Graph
) -> None:
    sheet = "naam;initiatiefnemers;thema\nGeveltuin;Jan de Vries;Groen\n"
    assert bring("initiatives", sheet).rejected == 0
    initiative, initiator, theme = (ask(ID, name=name) for name in ("Geveltuin", "Jan de Vries", "Groen"))

    def seen(actor: Any) -> list[str]:
        page = graph.read(initiatives.page, actor=actor, initiative_id=initiative)
        return [each.name for each in page.facts.initiating_organisations]

    def listed() -> tuple[list[str], int, int]:
        subject = Subject(themes=(theme,))
        made = graph.read(invitations.make, actor=SYSTEM, subject=subject, seats=5, must=[initiator])
        return [each.candidate.facts.name for each in made.guests], made.drafts, made.left_out

    assert (seen(VISITOR), seen(SYSTEM)) == ([], ["Jan de Vries"])
    assert listed() == ([], 1, 0)
    graph.write(records.show, actor=SYSTEM, record_id=initiator, version=1, visibility=Visibility.PUBLISHED)
    assert (seen(VISITOR), listed()) == (["Jan de Vries"], (["Jan de Vries"], 0, 0))
    assert bring("initiatives", sheet).unchanged == 1
    assert seen(VISITOR) == ["Jan de Vries"]


def test_an_initiator_that_is_known_stays_as_it_is(
    bring: Callable[..., Any], ask: Callable[..., Any], given: Given
) -> None:
    known = given.organisation(name="Buurtclub Oost")
    assert bring("initiatives", "naam;initiatiefnemers\nGeveltuin;buurtclub oost\n").created == 1
    found = "MATCH (who:Organisation)-[:INITIATES]->() RETURN collect([who.id, who.visibility])"
    assert ask(found) == [[known, "published"]]


def test_private_people_are_never_a_node_and_never_one(bring: Callable[..., Any], ask: Callable[..., Any]) -> None:
    report = bring(
        "initiatives",
        "naam;initiatiefnemers;partners;contactpersonen\n"
        "Buurtsoep;(Particulier);X;x\nLeeskring;(particulier)|De Boekenkast|X;Particulier|De Bieb;X|Bo Fictie\n",
    )
    assert (report.created, report.rejected) == (2, 0)
    assert ask("MATCH (who:Organisation|Person) WITH who ORDER BY who.name RETURN collect(who.name)") == [
        "Bo Fictie",
        "De Bieb",
        "De Boekenkast",
    ]
    assert ask("MATCH (:Initiative)<-[link:INITIATES]-() RETURN count(link)") == 1
    assert ask("MATCH (who:Person)-[:CONTACT_FOR]->() RETURN collect(who.name)") == ["Bo Fictie"]
    assert ask(NEVER, never=["(Particulier)", "(particulier)", "Particulier", "X", "x"]) == 0


def test_the_first_person_is_the_contact_and_the_others_undertake_it(
    bring: Callable[..., Any], ask: Callable[..., Any], graph: Graph, given: Given
) -> None:
    given.person(name="Ans Bedacht")
    sheet = "naam;contactpersonen\nDe Kas;Ans Bedacht|Bo Fictie|ans bedacht|Cas Fantasie\nDe Tuin;Bo Fictie\n"
    report = bring("initiatives", sheet)
    assert (report.created, report.rejected) == (2, 0)
    kas, tuin = ask(ID, name="De Kas"), ask(ID, name="De Tuin")
    assert people(graph, kas, Link.CONTACT_FOR) == ["Ans Bedacht"]
    assert people(graph, kas, Link.INITIATES) == ["Bo Fictie", "Cas Fantasie"]
    assert (people(graph, tuin, Link.CONTACT_FOR), people(graph, tuin, Link.INITIATES)) == (["Bo Fictie"], [])
    page = graph.read(initiatives.page, actor=VISITOR, initiative_id=kas)
    assert ([each.name for each in page.facts.initiating_people], page.private_initiators) == ([None, None], 2)
    assert bring("initiatives", sheet).unchanged == 2
    assert checks.every(graph) == []


def test_a_goal_stands_in_a_note_only_where_the_row_names_one_of_each(
    bring: Callable[..., Any], ask: Callable[..., Any]
) -> None:
    bring(
        "initiatives",
        "naam;doelen;beleidsnota\nDe Kas;Meer bomen|Meer bijen;Groenvisie\n"
        "De Tuin;Minder stenen;Groenvisie|Watervisie\nDe Kade;Schoon water;\n"
        "De Soep;Samen eten|samen eten;Sociale visie\n",
    )
    assert ask(NOTES) == ["Samen eten: Sociale visie"]
    assert ask("MATCH (note:PolicyNote) RETURN count(note)") == 3
