"""Hand everything over that somebody does: who takes over, what moves, and one button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext, ngettext
from flask_babel import lazy_gettext as _

from app.access import Permission, current_actor, needs
from app.addresses import address
from app.choices import choice
from app.database import graph
from app.keepers import blueprint
from app.logs import event
from graph import keepers
from graph.errors import Invalid
from graph.model import Kind, Link

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

# In this order on the page.
PARTS = {
    Link.CONTACT_FOR: _("Vaste contactpersoon van"),
    Link.KEEPS: _("Houdt bij"),
    Link.PORTFOLIO_HOLDER_OF: _("Verantwoordelijk voor"),
    Link.ACCOUNT_HOLDER_OF: _("Aanspreekpunt voor"),
    Link.SIGNPOST_FOR: _("Wijst de weg bij"),
    Link.STANDS_IN_FOR: _("Vervangt"),
    Link.DECIDES: _("Beslist over"),
    Link.MADE: _("Open afspraken: de ander houdt ze bij"),
    Link.HELD: _("Open vervolgstappen: de ander houdt ze bij"),
}


@blueprint.get("/personen/<person_id>/overdragen")
@needs(Permission.EDIT_RECORDS)
def ask(person_id: str) -> ResponseReturnValue:
    """Choose who takes over (`?aan=`), and see what would move."""
    return _page(person_id, request.args.get("aan") or None)


@blueprint.post("/personen/<person_id>/overdragen")
@needs(Permission.EDIT_RECORDS)
def hand_over(person_id: str) -> ResponseReturnValue:
    """Move what was chosen, in one act."""
    to_id = request.form.get("aan") or None
    types = {link for link in (choice(Link, each) for each in request.form.getlist("wat")) if link in PARTS}
    if to_id is None or not types:
        flash(gettext("Er is niets overgedragen. Kies wie het overneemt, en wat."), "warning")
        return _page(person_id, to_id)
    try:
        moved = graph().write(
            keepers.hand_over, actor=current_actor(), person_id=person_id, to_id=to_id, types=frozenset(types)
        )
    except Invalid:
        return _page(person_id, to_id)
    event("handed over")
    flash(ngettext("%(num)s ding is overgedragen.", "%(num)s dingen zijn overgedragen.", moved), "ok")
    return redirect(address(Kind.PERSON, to_id), 303)


def _page(person_id: str, to_id: str | None) -> ResponseReturnValue:
    actor = current_actor()
    wrong = None
    try:
        found = graph().read(keepers.preview, actor=actor, person_id=person_id, to_id=to_id)
    except Invalid:
        wrong = gettext("Deze persoon kan het niet overnemen. Kies een ander.")
        found = graph().read(keepers.preview, actor=actor, person_id=person_id, to_id=None)
    people = [each for each in graph().read(keepers.people, actor=actor) if each.mention.id != person_id]
    page = render_template(
        "keepers/hand_over.html",
        found=found,
        people=people,
        parts=PARTS,
        wrong=wrong,
        action=url_for("keepers.hand_over", person_id=person_id),
    )
    return page, 400 if wrong or request.method == "POST" else 200
