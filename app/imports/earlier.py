"""The earlier imports: their filters and order, a page of them, and the file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flask import request
from flask_babel import gettext
from flask_babel import lazy_gettext as _

from app.access import Permission, current_actor, needs
from app.choices import choice
from app.database import graph
from app.filtering import Filters, select
from app.imports import blueprint
from app.paging import PAGE_SIZE, Paging, asked_page, every_row
from app.spreadsheet import table_file
from graph import clock
from graph.imports import batches, profile
from graph.imports.batches import Selection, State

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flask import Response

    from graph.imports.batches import Batch, Listing

STATES = {
    State.RUNNING: _("bezig"),
    State.STOPPED: _("gestopt"),
    State.FINISHED: _("klaar"),
    State.UNDOING: _("wordt teruggedraaid"),
    State.UNDONE: _("teruggedraaid"),
}
LONGEST_PROFILE = 300


def page(titles: Mapping[str, str]) -> dict[str, Any]:
    """What the template shows of the list that the address asks for; `titles` are those of the profiles, by name."""
    number, selection = asked_page(), _selection()
    skip = (number - 1) * PAGE_SIZE
    found = graph().read(batches.listing, actor=current_actor(), selection=selection, skip=skip, limit=PAGE_SIZE)
    return {
        "found": found,
        "titles": titles,
        "filters": _filters(found, titles),
        "paging": Paging(number, found.total),
    }


@blueprint.get("/beheer/import.<any(csv, xlsx):form>")
@needs(Permission.IMPORT)
def earlier_file(form: str) -> Response:
    """What the list shows, all pages of it, as a file."""
    actor, selection = current_actor(), _selection()
    titles = {name: profile.load(name).title for name in profile.names()}
    found = every_row(
        lambda skip, limit: graph().read(batches.rows, actor=actor, selection=selection, skip=skip, limit=limit)
    )
    headings = [
        gettext("Bestand"),
        gettext("Soort gegevens"),
        gettext("Wanneer"),
        gettext("Wie"),
        gettext("Stand"),
        gettext("Rijen"),
        gettext("Nieuw"),
        gettext("Gewijzigd"),
        gettext("Ongewijzigd"),
        gettext("Afgekeurd"),
        gettext("Bleef staan"),
    ]
    return table_file(form, "imports", headings, [_row(each, titles) for each in found])


def _row(each: Batch, titles: Mapping[str, str]) -> list[object]:
    began = clock.day_of(each.started_at).isoformat()
    told = [each.file_name, titles.get(each.profile, each.profile), began, each.actor_name, str(STATES[each.state])]
    return [*told, each.rows, each.created, each.updated, each.unchanged, each.rejected, each.kept]


def _selection() -> Selection:
    return Selection(
        profile=request.args.get("gegevens", "")[:LONGEST_PROFILE] or None,
        state=choice(State, request.args.get("stand")),
        oldest=request.args.get("volgorde") == "oudste",
    )


def _filters(found: Listing, titles: Mapping[str, str]) -> Filters:
    # The command line also takes a profile of one's own, which has no title here.
    names = [*(name for name in titles if name in found.profiles), *sorted(found.profiles.keys() - titles.keys())]
    profiles = [(name, titles.get(name, name), found.profiles[name]) for name in names]
    states = [(state.value, str(label), found.states[state]) for state, label in STATES.items()]
    orders: list[tuple[str, str, int | None]] = [("oudste", gettext("Oudste eerst"), None)]
    return Filters(
        (
            select("gegevens", gettext("Soort gegevens"), gettext("Alles"), profiles),
            select("stand", gettext("Stand"), gettext("Elke stand"), states),
            select("volgorde", gettext("Volgorde"), gettext("Nieuwste eerst"), orders),
        )
    )
