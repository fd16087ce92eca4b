"""Make a record by hand; while an initiative or organisation is entered, those that resemble it are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext
from flask_babel import lazy_gettext as _

from app.access import Permission, current_actor, needs
from app.addresses import address
from app.database import graph
from app.records import blueprint, offers, writing
from app.records.forms import FORMS
from app.records.rules import for_each_kind
from graph import resembling
from graph.ids import new_id
from graph.model import Kind, Visibility

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from app.records.forms.base import RecordForm
    from graph.resembling import Candidate

ABOUT = {
    Kind.INITIATIVE: _("Wat bewoners, verenigingen en ondernemers doen."),
    Kind.ORGANISATION: _("Een vereniging, stichting, bedrijf of school."),
    Kind.PERSON: _("Een inwoner, wethouder, raadslid of ambtenaar."),
    Kind.GOAL: _("Wat de gemeente wil bereiken."),
    Kind.POLICY_NOTE: _("De nota waarin doelen staan."),
    Kind.THEME: _("Een onderwerp."),
    Kind.AREA: _("Een buurt, wijk of gemeente."),
    Kind.DEPARTMENT: _("Een team van de gemeente."),
    Kind.BODY: _("De raad, het college of een commissie."),
    Kind.SUBSIDY_SCHEME: _("Een regeling voor geld."),
    Kind.ASSESSMENT_FRAMEWORK: _("De vragen waarmee de gemeente afweegt of zij een initiatief steunt."),
    Kind.ASSESSMENT: _("Een initiatief langs die vragen, met een uitkomst."),
    Kind.DECISION: _("Een aanvraag, politieke keuze of vraag waarop initiatieven wachten."),
    Kind.REQUIREMENT: _("Waar initiatieven aan moeten voldoen, waarom, en wie daarbij helpt."),
    Kind.INTERACTION: _("Een notitie, gesprek, bezoek of mail. Altijd intern."),
    Kind.CONTRIBUTION: _("Wat er gevraagd en gegeven is: uren, spullen, een vergunning, geld of kennis."),
    Kind.COMMITMENT: _("Een toezegging, afspraak of verzoek, met een termijn."),
    Kind.NEED: _("Wat een initiatief, organisatie of team zoekt."),
    Kind.RESULT: _("Wat er kwam van een initiatief, naast wat het doel was."),
    Kind.LESSON: _("Wat een initiatief leerde, voor wie na hen komt."),
    Kind.OFFER: _("Wat een initiatief, organisatie of team te geven of te leen heeft."),
}
RESEMBLING = frozenset({Kind.INITIATIVE, Kind.ORGANISATION})


@blueprint.get("/beheer/nieuw")
@needs(Permission.EDIT_RECORDS)
def choose_kind() -> str:
    """Choose what to make."""
    return render_template("records/choose_kind.html", kinds=list(FORMS), about=ABOUT)


@for_each_kind("nieuw")
@needs(Permission.EDIT_RECORDS)
def new(kind: Kind) -> str:
    """The empty form; `?naam=` fills in the name, and the name of a field with links those ids."""
    form = FORMS[kind](formdata=None, data={"id": new_id(), "name": request.args.get("naam", "")[:300]})
    form.link_from(request.args)
    offers.fill(form.link_fields)
    return _page(form)


@for_each_kind("nieuw", "POST")
@needs(Permission.EDIT_RECORDS)
def make(kind: Kind) -> ResponseReturnValue:
    """Make the record, or show the form again with what is to be chosen or mended."""
    form = FORMS[kind]()
    offers.fill(form.link_fields)
    if "zoek" in request.form:
        return _page(form)
    if not form.validate():
        return _page(form), 400
    alike = [] if "toch" in request.form else _alike(kind, form.name.data, form.id.data)
    if alike:
        return _page(form, alike)
    visibility = Visibility.PUBLISHED if "publiceer" in request.form else Visibility.DRAFT
    if not writing.make(form, visibility):
        return _page(form), 400
    _say_made(kind, form.id.data, visibility)
    return redirect(address(kind, form.id.data), 303)


@blueprint.get("/beheer/lijkt-op/<any(Initiative, Organisation):kind>")
@needs(Permission.EDIT_RECORDS)
def alike(kind: str) -> str:
    """Those that resemble the name being typed, as a part of the page."""
    found = _alike(Kind(kind), request.args.get("name", "")[:300], request.args.get("id", ""))
    return render_template("records/_alike.html", alike=found, kind=Kind(kind), typing=True)


def _alike(kind: Kind, name: str, record_id: str) -> list[Candidate]:
    if kind not in RESEMBLING:
        return []
    return graph().read(resembling.find, actor=current_actor(), kind=kind, name=name, except_id=record_id)


def _page(form: RecordForm, alike: list[Candidate] | None = None) -> str:
    return render_template(
        "records/new.html", form=form, kind=form.kind, alike=alike or [], watched=form.kind in RESEMBLING
    )


def _say_made(kind: Kind, record_id: str, visibility: Visibility) -> None:
    if visibility is Visibility.PUBLISHED:
        flash(gettext("Bewaard. Iedereen kan het nu zien."), "ok")
        return
    way_on: Any = {
        "text": gettext("Bewaard als concept. Alleen medewerkers zien het."),
        "url": url_for("records.edit", kind=kind, record_id=record_id),
        "label": gettext("Verder invullen of publiceren"),
    }
    flash(way_on, "ok")
