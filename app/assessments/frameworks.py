"""The framework for everybody to read, and for staff to draft, adopt and renew."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext
from wtforms import SelectChoice

from app.access import Permission, current_actor, needs, public
from app.as_of import dated
from app.assessments import blueprint, words
from app.assessments.forms import AdoptForm
from app.database import graph
from app.records.conflicts import there_now
from app.records.messages import message
from graph import assessments, choices, clock
from graph.errors import Conflict, Invalid
from graph.ids import new_id
from graph.model import FrameworkState, Kind

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from app.records.conflicts import Difference
    from graph.assessments import FrameworkPage

MOST_BODIES = 100


@blueprint.get("/afwegingskader")
@public
@dated
def current() -> str:
    """The version that holds today, or that there is none yet."""
    actor = current_actor()
    adopted = graph().read(assessments.adopted, actor=actor)
    if adopted:
        return _page(_read(adopted.id))
    return render_template("assessments/no_framework.html", versions=graph().read(assessments.frameworks, actor=actor))


@blueprint.get("/afwegingskader/<framework_id>")
@public
@dated
def version(framework_id: str) -> str:
    """One version."""
    return _page(_read(framework_id))


@blueprint.post("/afwegingskader/<framework_id>/nieuwe-versie")
@needs(Permission.EDIT_RECORDS)
def renew(framework_id: str) -> ResponseReturnValue:
    """Copy it to a draft."""
    old = _read(framework_id).framework
    made = graph().write(
        assessments.new_version,
        actor=current_actor(),
        framework_id=framework_id,
        name=gettext("%(name)s (nieuwe versie)", name=old.name[:250]),
        new_id=new_id(),
    )
    flash(gettext("Dit is een nieuwe versie. Zij is een concept, met dezelfde criteria."), "ok")
    return redirect(url_for("assessments.version", framework_id=made), 303)


@blueprint.route("/afwegingskader/<framework_id>/vaststellen", methods=["GET", "POST"])
@needs(Permission.EDIT_RECORDS)
def adopt(framework_id: str) -> ResponseReturnValue:
    """Say when and by whom it was adopted; the version that held on that day retires."""
    page = _read(framework_id)
    bodies = graph().read(choices.matching, actor=current_actor(), kind=Kind.BODY, text="", limit=MOST_BODIES)
    form = AdoptForm(data=_data(page) | {"adopted_on": clock.today()})
    form.body.choices = [
        SelectChoice("", gettext("Nog niet gekozen")),
        *(SelectChoice(each.id, each.name) for each in bodies),
    ]
    code = 200
    meanwhile: tuple[Difference, ...] | None = None
    if form.is_submitted():
        code = 400
        try:
            if form.validate() and _adopted(form, page):
                flash(gettext("Vastgesteld. Iedereen kan het kader nu lezen. U kunt het niet meer wijzigen."), "ok")
                return redirect(url_for("assessments.version", framework_id=framework_id), 303)
        except Conflict:
            page, meanwhile = _meanwhile(framework_id, form)
    elif page.framework.framework_state is not FrameworkState.DRAFT:
        form.form_errors.append(message("adopted"))
    return render_template("assessments/adopt.html", page=page, form=form, meanwhile=meanwhile), code


def _data(page: FrameworkPage) -> dict[str, Any]:
    return {"url": page.framework.url, "version": page.framework.version}


def _meanwhile(framework_id: str, form: AdoptForm) -> tuple[FrameworkPage, tuple[Difference, ...]]:
    """The version as somebody else left it, and where the form says something else; who sends it again saw that."""
    page = _read(framework_id)
    form.version.data = str(page.framework.version)
    form.form_errors.append(gettext("Iemand wijzigde dit intussen. Kijk eerst of het nog klopt."))
    return page, there_now([form.url], AdoptForm(formdata=None, data=_data(page)))


def _adopted(form: AdoptForm, page: FrameworkPage) -> bool:
    try:
        graph().write(
            assessments.adopt,
            actor=current_actor(),
            framework_id=page.framework.id,
            version=form.seen_version,
            on=form.day,
            body_id=form.body.data,
            url=form.url.data,
        )
    except Invalid as error:
        refused(form, error, {"criteria": gettext("Dit kader heeft nog geen criteria. Voeg er eerst een toe.")})
    return not form.errors


def refused(form: AdoptForm, error: Invalid, sentences: dict[str, str]) -> None:
    """Put what the graph refused beside its field, or above the form."""
    sentence = sentences.get(error.field) or message(error.reason)
    if error.field in form:
        form[error.field].errors = [sentence]
    else:
        form.form_errors.append(sentence)


def _read(framework_id: str) -> FrameworkPage:
    return graph().read(assessments.version_page, actor=current_actor(), framework_id=framework_id)


def _page(page: FrameworkPage) -> str:
    return render_template("assessments/framework.html", page=page, words=words)
