"""Interactions to read: the list of mine or of one record, one of them, and the file; every reading is noted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import render_template, request
from flask_babel import gettext

from app import note_reads
from app.access import Permission, current_actor, needs
from app.as_of import dated
from app.choices import INTERACTION_LABELS, choice
from app.database import graph
from app.filtering import Filters, Select, select
from app.formatting import counted
from app.interactions import blueprint
from app.interactions.sheet import HEADINGS, row
from app.paging import PAGE_SIZE, Paging, asked_page, every_row
from app.spreadsheet import table_file
from graph import interactions, records
from graph.ids import is_id
from graph.interactions import Order, Selection, Step
from graph.mentions import Mention
from graph.model import InteractionKind

if TYPE_CHECKING:
    from flask import Response

    from graph.interactions import Counts
    from graph.rights import Actor
    from graph.store import Transaction

EVERYBODY = "iedereen"
ALL = "alles"


@blueprint.get("/contactmomenten")
@needs(Permission.SEE_PRIVATE)
@dated
def index() -> str:
    """The list: my open next steps unless asked otherwise, all of one record with `?bij=`."""
    page, selection = asked_page(), _selection()
    skip, actor = (page - 1) * PAGE_SIZE, current_actor()
    found = graph().read(interactions.listing, actor=actor, selection=selection, skip=skip, limit=PAGE_SIZE)
    note_reads.remember(each.id for each in found.rows)
    about = graph().read(_about, actor=actor, record_id=selection.about) if selection.about else None
    return render_template(
        "interactions/index.html",
        found=found,
        filters=_filters(found.counts),
        paging=Paging(page, found.counts.total),
        about=about,
        labels=INTERACTION_LABELS,
    )


@blueprint.get("/contactmomenten.<any(csv, xlsx):form>")
@needs(Permission.SEE_PRIVATE)
@dated
def download(form: str) -> Response:
    """What the list shows, whole, as a file for staff."""
    actor, selection = current_actor(), _selection()
    found = list(
        every_row(
            lambda skip, limit: graph().read(
                interactions.rows, actor=actor, selection=selection, skip=skip, limit=limit
            )
        )
    )
    note_reads.remember(each.id for each in found)
    return table_file(form, "contactmomenten", HEADINGS, [row(each) for each in found])


@blueprint.get("/contactmomenten/<interaction_id>")
@needs(Permission.SEE_PRIVATE)
@dated
def show(interaction_id: str) -> str:
    """One interaction."""
    found = graph().read(interactions.one, actor=current_actor(), interaction_id=interaction_id)
    note_reads.remember([found.id])
    return render_template("interactions/page.html", each=found, labels=INTERACTION_LABELS)


def _selection() -> Selection:
    about = request.args.get("bij", "")
    actor = current_actor()
    mine = not about and request.args.get("van") != EVERYBODY
    step = request.args.get("stap") or (None if about else Step.OPEN.value)
    return Selection(
        about=about if is_id(about) else None,
        holder=actor.person_id if mine else None,
        kind=choice(InteractionKind, request.args.get("soort")),
        step=None if step == ALL else choice(Step, step),
        order=choice(Order, request.args.get("volgorde")) or (Order.NEWEST if about else Order.STEP),
    )


def _about(tx: Transaction, *, actor: Actor, record_id: str) -> Mention:
    now = records.read(tx, actor=actor, record_id=record_id)
    return Mention(now.kind, record_id, str(now.properties["name"]))


def _filters(counts: Counts) -> Filters:
    about = "bij" in request.args
    selects = [_steps(counts, about=about), _kinds(counts), _orders(about=about)]
    return Filters(tuple(selects if about else [_people(counts), *selects]))


def _people(counts: Counts) -> Select:
    mine = gettext("Van mij (%(n)s)", n=counted(counts.mine))
    return select("van", gettext("Van wie?"), mine, [(EVERYBODY, gettext("Van iedereen"), counts.everybody)])


def _steps(counts: Counts, *, about: bool) -> Select:
    choices: list[tuple[str, str, int | None]] = [
        (Step.OPEN.value, gettext("Volgende stap open"), counts.open),
        (Step.LATE.value, gettext("Volgende stap te laat"), counts.late),
        (Step.DONE.value, gettext("Volgende stap gedaan"), counts.done),
        (Step.NONE.value, gettext("Geen volgende stap"), counts.without),
    ]
    every = gettext("Alle contactmomenten")
    if about:
        return select("stap", gettext("Volgende stap"), every, choices)
    first = gettext("Volgende stap open (%(n)s)", n=counted(counts.open))
    return select("stap", gettext("Volgende stap"), first, [*choices[1:], (ALL, every, counts.any_step)])


def _kinds(counts: Counts) -> Select:
    numbers = {
        InteractionKind.NOTE: counts.notes,
        InteractionKind.CALL: counts.calls,
        InteractionKind.VISIT: counts.visits,
        InteractionKind.MAIL: counts.mails,
    }
    choices = [(kind.value, str(INTERACTION_LABELS[kind]), number) for kind, number in numbers.items()]
    return select("soort", gettext("Soort contact"), gettext("Alle soorten"), choices)


def _orders(*, about: bool) -> Select:
    newest, step = gettext("Nieuwste eerst"), gettext("Volgende stap eerst")
    other = (Order.STEP.value, step, None) if about else (Order.NEWEST.value, newest, None)
    choices = [other, (Order.OLDEST.value, gettext("Oudste eerst"), None)]
    return select("volgorde", gettext("Volgorde"), newest if about else step, choices)
