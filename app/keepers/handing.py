"""Hand everything over that somebody does: who takes over, what moves, and one button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext, ngettext

from app.access import Permission, current_actor, needs
from app.addresses import address
from app.database import graph
from app.keepers import blueprint
from app.keepers.forms import PARTS, HandOverForm
from app.logs import event
from graph import keepers
from graph.errors import Invalid
from graph.model import Kind

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue


@blueprint.get("/personen/<person_id>/overdragen")
@needs(Permission.EDIT_RECORDS)
def ask(person_id: str) -> ResponseReturnValue:
    """Choose who takes over (`?aan=`), and see what would move; all of it, unless `?wat=` says otherwise."""
    chosen = request.args.getlist("wat") or [each.value for each in PARTS]
    form = HandOverForm(formdata=None, data={"aan": request.args.get("aan", ""), "wat": chosen})
    if "aan" in request.args and not form.aan.data:
        form.aan.errors = [gettext("Kies wie het overneemt.")]
    return _page(person_id, form)


@blueprint.post("/personen/<person_id>/overdragen")
@needs(Permission.EDIT_RECORDS)
def hand_over(person_id: str) -> ResponseReturnValue:
    """Move what was chosen, in one act."""
    form = HandOverForm()
    if not form.validate():
        return _page(person_id, form)
    to_id = form.aan.data
    try:
        moved = graph().write(
            keepers.hand_over, actor=current_actor(), person_id=person_id, to_id=to_id, types=form.types
        )
    except Invalid:
        form.refuse()
        return _page(person_id, form)
    event("handed over")
    flash(ngettext("%(num)s ding is overgedragen.", "%(num)s dingen zijn overgedragen.", moved), "ok")
    return redirect(address(Kind.PERSON, to_id), 303)


def _page(person_id: str, form: HandOverForm) -> ResponseReturnValue:
    """What would move, with the form and what is wrong with it; who cannot take over shows nothing of theirs."""
    actor = current_actor()
    to_id = None if form.aan.errors else form.aan.data
    try:
        found = graph().read(keepers.preview, actor=actor, person_id=person_id, to_id=to_id or None)
    except Invalid:
        form.refuse()
        found = graph().read(keepers.preview, actor=actor, person_id=person_id, to_id=None)
    form.offer(each for each in graph().read(keepers.people, actor=actor) if each.mention.id != person_id)
    page = render_template(
        "keepers/hand_over.html",
        found=found,
        form=form,
        parts=PARTS,
        action=url_for("keepers.hand_over", person_id=person_id),
    )
    return page, 400 if form.errors else 200
