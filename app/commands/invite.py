"""`invite`: an invitation list on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from app.commands import connection, language, output
from app.meetings import words
from graph import invitations
from graph.errors import Invalid, NotFound
from graph.invitations import Subject
from graph.invitations.subject import meant
from graph.invitations.wider import ways
from graph.model import Kind
from graph.rights import SYSTEM

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.invitations import InvitationList, Place
    from graph.store import Graph, Transaction

# As the page says it under "Wat kunt u doen?".
WHAT_TO_DO = (
    "What you can do: ask their organisation to pass the invitation on, put a call on the website or in the local "
    "paper, or hand out a card in the street or the community centre."
)
COLUMNS = ("rank", "kind", "id", "name", "score", "reasons", "basis")


@click.command()
@click.option("--goal", "goals", multiple=True, help="Id, code or name of a goal; repeatable. Its subgoals count too.")
@click.option("--theme", "themes", multiple=True, help="Id, code or name of a theme; repeatable.")
@click.option(
    "--area", "areas", multiple=True, help="Id, code or name of an area; repeatable. What lies in it counts too."
)
@click.option("--seats", type=click.IntRange(1, 1000), default=40, show_default=True, help="Seats for guests.")
@click.option("--format", "as_format", type=output.FORMATS, default="table", show_default=True, help="How to print it.")
def invite(goals: tuple[str, ...], themes: tuple[str, ...], areas: tuple[str, ...], seats: int, as_format: str) -> None:
    """Who to invite for a subject, in which order, and why; officials take no seat."""
    if not (goals or themes or areas):
        raise click.UsageError("Name at least one --goal, --theme or --area.")
    with connection.connected() as graph, language.dutch():
        subject = _subject(graph, goals, themes, areas)
        made = graph.read(invitations.make, actor=SYSTEM, subject=subject, seats=seats)
        output.show([_row(place) for place in (*made.guests, *made.officials)], columns=COLUMNS, as_format=as_format)
        for sentence in _remarks(made):
            connection.say(sentence)
        if not made.guests:
            for part in graph.read(ways, actor=SYSTEM, subject=subject):
                what = "The area alone" if part.subject.areas else "Without the area this"
                connection.say(f"{what} gives {_guests(part.guests)}.")


def _subject(graph: Graph, goals: Iterable[str], themes: Iterable[str], areas: Iterable[str]) -> Subject:
    return Subject(
        goals=tuple(_meant(graph, Kind.GOAL, text) for text in goals),
        themes=tuple(_meant(graph, Kind.THEME, text) for text in themes),
        areas=tuple(_meant(graph, Kind.AREA, text) for text in areas),
    )


def _meant(graph: Graph, kind: Kind, text: str) -> str:
    def look(tx: Transaction) -> str:
        return meant(tx, actor=SYSTEM, kind=kind, text=text)

    try:
        return graph.read(look)
    except NotFound as error:
        raise click.ClickException(f"There is no {kind.value.lower()} with id, code or name {text!r}.") from error
    except Invalid as error:
        raise click.ClickException(f"{text!r} may mean several: {error.reason}. Give the id.") from error


def _row(place: Place) -> dict[str, Any]:
    facts = place.candidate.facts
    return {
        "rank": place.rank,
        "kind": "person" if facts.is_person else "organisation",
        "id": facts.id,
        "name": facts.name,
        "score": place.score,
        "reasons": " ".join([*words.reasons(place), f"{words.expectation(place)}."]),
        "basis": place.basis.value,
    }


def _remarks(made: InvitationList) -> Iterable[str]:
    if made.left_out:
        yield f"{_people(made.left_out)} not on the list, because they may not be contacted for this."
        yield WHAT_TO_DO
    if made.drafts:
        those = "1 organisation is" if made.drafts == 1 else f"{made.drafts} organisations are"
        yield f"{those} not on the list, because nobody published them yet."
    if made.passed_over:
        yield f"{_people(made.passed_over)} passed over: they were asked too often this year."
    if len(made.guests) < made.seats:
        yield f"There are {len(made.guests)} for {made.seats} seats. Choose a broader subject."
    for gap in made.gaps:
        if gap.kind and gap.is_open:
            yield f"Nobody yet for {gap.name}."


def _guests(number: int) -> str:
    return "1 guest" if number == 1 else f"{number} guests"


def _people(number: int) -> str:
    return "1 person is" if number == 1 else f"{number} people are"
