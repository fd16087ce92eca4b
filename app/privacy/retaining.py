"""How long each kind is kept, and what may go now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import flash, redirect, render_template
from flask_babel import gettext

from app.access import Permission, current_actor, needs
from app.database import graph
from app.kinds import look
from app.privacy import blueprint
from app.privacy.words import CLASS_SENTENCES, PROPOSAL_TITLES
from graph import accounts, privacy

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue


@blueprint.get("/beheer/bewaartermijnen")
@needs(Permission.ADMINISTER)
def terms() -> str:
    """The rules, and the proposals that follow from them."""
    rules = [
        (", ".join(str(look(kind).plural) for kind in rule.kinds), CLASS_SENTENCES[rule.keeps])
        for rule in privacy.RETENTION
    ]
    found = graph().read(privacy.proposals, actor=current_actor())
    return render_template("privacy/terms.html", rules=rules, found=found, titles=PROPOSAL_TITLES)


@blueprint.post("/beheer/bewaartermijnen/contactmoment/<note_id>")
@needs(Permission.ADMINISTER)
def forget_note(note_id: str) -> ResponseReturnValue:
    """Take the words out of an old note."""
    graph().write(privacy.forget_note, actor=current_actor(), note_id=note_id)
    flash(gettext("De tekst is gewist. Dat er contact was, blijft staan."), "ok")
    return redirect("/beheer/bewaartermijnen", 303)


@blueprint.post("/beheer/bewaartermijnen/account/<account_id>")
@needs(Permission.ADMINISTER)
def close_account(account_id: str) -> ResponseReturnValue:
    """Close an account nobody uses."""
    try:
        graph().write(accounts.disable, actor=current_actor(), account_id=account_id)
    except accounts.LastAdministrator:
        flash(gettext("Dit is de laatste beheerder. Geef eerst iemand anders toegang als beheerder."), "error")
    else:
        flash(gettext("Het account is gesloten."), "ok")
    return redirect("/beheer/bewaartermijnen", 303)
