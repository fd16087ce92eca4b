"""Is this right as well? A partner, goal or theme with the reason: it is added, or never asked again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import abort, flash, redirect, render_template, url_for
from flask_babel import gettext
from flask_babel import lazy_gettext as _

from app import likely_sentences
from app.access import Permission, current_actor, needs
from app.database import graph
from app.likely import blueprint
from graph import likely
from graph.errors import Conflict
from graph.model import Kind

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

KINDS = {"partner": Kind.ORGANISATION, "doel": Kind.GOAL, "thema": Kind.THEME}
LEGENDS = {
    "partner": _("Misschien ook partner"),
    "doel": _("Misschien ook dit doel"),
    "thema": _("Misschien ook dit thema"),
}
# What is done, what the button to undo does, and what is said of it.
UNDOING = {"erbij": "toch-niet", "niet": "toch-wel"}
SAID = {
    "erbij": _("Toegevoegd: ‘%(name)s’."),
    "niet": _("Onthouden: ‘%(name)s’ hoort er niet bij. Wij vragen het niet meer."),
    "toch-niet": _("‘%(name)s’ staat niet meer bij het initiatief."),
    "toch-wel": _("Teruggedraaid. Wij vragen het weer."),
}
THROUGH = {
    "account_holder": _("Aanspreekpunt voor ‘%(name)s’."),
    "contact_of": _("Vaste contactpersoon van ‘%(name)s’, dat hierop lijkt."),
}


@blueprint.get("/initiatieven/<initiative_id>/klopt-dit-ook")
@needs(Permission.EDIT_RECORDS)
def ask(initiative_id: str) -> str:
    """What is probably missing, and who could be involved."""
    found = graph().read(likely.of_initiative, actor=current_actor(), initiative_id=initiative_id)
    return render_template(
        "likely/page.html",
        found=found,
        initiative_id=initiative_id,
        groups=[(sort, LEGENDS[sort], kind, found.things[kind]) for sort, kind in KINDS.items()],
        why=likely_sentences.why,
        through=THROUGH,
    )


@blueprint.post("/initiatieven/<initiative_id>/klopt-dit-ook/<sort>/<thing_id>/<act>")
@needs(Permission.EDIT_RECORDS)
def answer(initiative_id: str, sort: str, thing_id: str, act: str) -> ResponseReturnValue:
    """It belongs to the initiative, it does not, or one of both is taken back."""
    if act not in SAID or sort not in KINDS:
        abort(404)
    actor = current_actor()
    back = redirect(url_for("likely.ask", initiative_id=initiative_id), 303)
    try:
        if act in {"erbij", "toch-niet"}:
            work = likely.add if act == "erbij" else likely.take_back
            graph().write(work, actor=actor, initiative_id=initiative_id, kind=KINDS[sort], thing_id=thing_id)
        else:
            say = likely.not_this if act == "niet" else likely.still_this
            graph().write(say, actor=actor, initiative_id=initiative_id, thing_id=thing_id)
    except Conflict:
        flash(gettext("Iemand anders wijzigde dit intussen. Kijk nog een keer."), "warning")
        return back
    name = graph().read(likely.name_of, actor=current_actor(), thing_id=thing_id)
    said = str(SAID[act]) % {"name": name}
    if act in UNDOING:
        undo = url_for("likely.answer", initiative_id=initiative_id, sort=sort, thing_id=thing_id, act=UNDOING[act])
        flash({"text": said, "url": undo, "label": gettext("Maak ongedaan"), "post": True}, "ok")  # type: ignore[arg-type]
    else:
        flash(said, "ok")
    return back
