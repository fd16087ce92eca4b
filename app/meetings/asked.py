"""What stands in the address of an invitation list: subject, seats, limit, and who comes for certain or not at all."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from flask import request, url_for

from graph.ids import is_id
from graph.invitations import Subject
from graph.invitations.lists import MOST_SEATS, PER_ORGANISATION

if TYPE_CHECKING:
    from collections.abc import Iterable

DEFAULT_SEATS = 40
MOST_IDS = 200


@dataclass(frozen=True, slots=True)
class Asked:
    """The list that is asked for; its address is the list."""

    subject: Subject
    seats: int = DEFAULT_SEATS
    per_organisation: int = PER_ORGANISATION
    must: tuple[str, ...] = ()
    never: tuple[str, ...] = ()

    def url(self, endpoint: str = "meetings.invite", *, form: str | None = None) -> str:
        """The address of this list, or of another page about it."""
        return url_for(
            endpoint,
            doel=self.subject.goals,
            thema=self.subject.themes,
            gebied=self.subject.areas,
            plaatsen=self.seats,
            per=self.per_organisation,
            zeker=self.must,
            niet=self.never,
            form=form,
        )

    def without(self, record_id: str) -> Asked:
        """The same list without one goal, theme or area."""
        subject = self.subject
        return replace(
            self,
            subject=Subject(
                goals=tuple(each for each in subject.goals if each != record_id),
                themes=tuple(each for each in subject.themes if each != record_id),
                areas=tuple(each for each in subject.areas if each != record_id),
            ),
        )

    def surely(self, party_id: str) -> Asked:
        """The same list with this party on it for certain."""
        asked = self.maybe(party_id)
        return replace(asked, must=(*asked.must, party_id))

    def about(self, subject: Subject) -> Asked:
        """The same list about something else."""
        return replace(self, subject=subject)

    def maybe(self, party_id: str) -> Asked:
        """The same list with no choice made about one party."""
        must = tuple(each for each in self.must if each != party_id)
        return replace(self, must=must, never=tuple(each for each in self.never if each != party_id))


def from_address() -> Asked:
    """What the address asks for; numbers are clamped and what is no id of ours is left out."""
    asked = Asked(
        subject=Subject(goals=_ids("doel"), themes=_ids("thema"), areas=_ids("gebied")),
        seats=_number("plaatsen", DEFAULT_SEATS, MOST_SEATS),
        per_organisation=_number("per", PER_ORGANISATION, MOST_SEATS),
        must=_ids("zeker"),
        never=_ids("niet"),
    )
    for word in request.args.getlist("keuze"):
        party_id, _, chosen = word.partition(":")
        if is_id(party_id):
            asked = _chosen(asked.maybe(party_id), party_id, chosen)
    return asked


def _chosen(asked: Asked, party_id: str, chosen: str) -> Asked:
    if chosen == "zeker":
        return asked.surely(party_id)
    return replace(asked, never=(*asked.never, party_id)) if chosen == "niet" else asked


def _ids(name: str) -> tuple[str, ...]:
    found: Iterable[str] = (each for each in request.args.getlist(name) if is_id(each))
    return tuple(dict.fromkeys(found))[:MOST_IDS]


def _number(name: str, default: int, most: int) -> int:
    text = request.args.get(name, "")
    return min(max(int(text), 1), most) if text.isascii() and text.isdigit() and len(text) < 8 else default  # noqa: PLR2004
