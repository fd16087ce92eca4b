"""Erase a person on request, or say why that may not be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import flash, redirect, render_template
from flask_babel import gettext
from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import BooleanField, HiddenField

from app.access import Permission, current_actor, needs
from app.database import graph
from app.privacy import blueprint
from app.privacy.words import GROUND_SENTENCES
from graph import privacy
from graph.errors import Conflict
from graph.privacy import NotErasable

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from graph.privacy import Dossier, Ground
    from graph.store import Transaction


class EraseForm(FlaskForm):  # type: ignore[misc]
    """One press, after saying that it is understood."""

    version = HiddenField()
    sure = BooleanField(_("Ik weet dat dit niet ongedaan kan worden gemaakt."))


@blueprint.get("/personen/<person_id>/wissen")
@needs(Permission.ADMINISTER)
def ask(person_id: str) -> ResponseReturnValue:
    """What will be erased, or what stands in the way."""
    return _page(person_id, EraseForm(formdata=None))


@blueprint.post("/personen/<person_id>/wissen")
@needs(Permission.ADMINISTER)
def erase(person_id: str) -> ResponseReturnValue:
    """Erase the person."""
    form = EraseForm()
    version = str(form.version.data or "")
    if not form.sure.data or not (version.isascii() and version.isdigit() and len(version) < 10):  # noqa: PLR2004
        form.sure.errors = [gettext("Zet eerst een vinkje. Wissen kan niet ongedaan worden gemaakt.")]
        return _page(person_id, form), 400
    try:
        graph().write(privacy.erase, actor=current_actor(), person_id=person_id, version=int(version))
    except Conflict:
        form.sure.errors = [gettext("Iemand wijzigde deze persoon intussen. Kijk nog eens en kies opnieuw.")]
        return _page(person_id, form), 409
    except NotErasable:
        return _page(person_id, form), 409
    flash(gettext("Gewist. Wat met deze persoon te maken had, telt nog mee, maar zonder naam."), "ok")
    return redirect("/beheer/bewaartermijnen", 303)


def _page(person_id: str, form: EraseForm) -> str:
    found, grounds = graph().write(_read, person_id)
    form.version.data = str(found.version)
    sentences = [GROUND_SENTENCES[ground] for ground in grounds]
    return render_template("privacy/erase.html", found=found, grounds=sentences, form=form)


def _read(tx: Transaction, person_id: str) -> tuple[Dossier, tuple[Ground, ...]]:
    actor = current_actor()
    found = privacy.dossier(tx, actor=actor, person_id=person_id)
    return found, privacy.grounds(tx, actor=actor, person_id=person_id)
