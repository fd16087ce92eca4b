"""For what a person may be contacted: per purpose the ground, the channels, and how we know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import current_app, flash, redirect, render_template
from flask_babel import gettext
from flask_babel import lazy_gettext as _

from app.access import Permission, current_actor, needs
from app.addresses import address
from app.database import graph
from app.records import blueprint
from app.records.forms.consent import ConsentsForm, without_answer
from app.records.messages import message
from app.records.reading import Loaded, record_of
from graph import consents
from graph.errors import Conflict, Invalid, NotFound
from graph.model import Kind

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

NO_MUNICIPALITY = _("Wij weten nog niet welk gebied uw gemeente is. Maak eerst het gebied van uw gemeente.")


@blueprint.get("/personen/<record_id>/toestemming")
@needs(Permission.EDIT_RECORDS)
def consent(record_id: str) -> ResponseReturnValue:
    """What the person said so far."""
    loaded = record_of(Kind.PERSON, record_id)
    said = graph().read(consents.answers, actor=current_actor(), person_id=record_id)
    return _page(loaded, ConsentsForm.of(said), 200)


@blueprint.post("/personen/<record_id>/toestemming")
@needs(Permission.EDIT_RECORDS)
def change_consent(record_id: str) -> ResponseReturnValue:
    """Write what the person said."""
    loaded, form = record_of(Kind.PERSON, record_id), ConsentsForm()
    if not form.validate():
        return _page(loaded, form, 400)
    try:
        graph().write(
            consents.replace,
            actor=current_actor(),
            person_id=record_id,
            version=form.seen_version,
            consents=form.consents(),
            refusals=form.refusals(),
            municipality=current_app.config["SETTINGS"].municipality,
        )
    except Conflict:
        return _page(record_of(Kind.PERSON, record_id), form, 409)
    except Invalid as error:
        form.form_errors.append(message(error.reason))
    except NotFound:
        form.form_errors.append(NO_MUNICIPALITY)
    if form.errors:
        return _page(loaded, form, 400)
    flash(gettext("Bewaard. Alleen waarvoor iemand benaderd mag worden, komt op een lijst."), "ok")
    return redirect(address(Kind.PERSON, record_id), 303)


def _page(loaded: Loaded, form: ConsentsForm, code: int) -> ResponseReturnValue:
    form.version.data = str(loaded.now.version)
    page = render_template(
        "records/consents.html",
        record=loaded,
        form=form,
        changed=code == 409,  # noqa: PLR2004
        without_answer=without_answer(loaded),
    )
    return page, code
