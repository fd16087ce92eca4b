"""A meeting that moves, or does not go on."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from flask import flash, redirect, render_template
from flask_babel import gettext

from app.access import Permission, current_actor, needs
from app.database import graph
from app.formatting import day
from app.meetings import blueprint
from app.meetings.forms import CallOffForm, ChangeForm
from app.submitted import refuse
from graph.errors import Conflict, Invalid
from graph.invitations import meetings

if TYPE_CHECKING:
    from collections.abc import Callable

    from flask.typing import ResponseReturnValue


@blueprint.route("/bijeenkomsten/<meeting_id>/wijzigen", methods=["GET", "POST"])
@needs(Permission.MAKE_LISTS)
def change(meeting_id: str) -> ResponseReturnValue:
    """Another name, day, time or place."""
    meeting = graph().read(meetings.page, meeting_id=meeting_id)
    form = ChangeForm(data=asdict(meeting))
    if form.validate_on_submit():
        told = {name: form[name].data or "" for name in ("name", "starts_at", "place")}
        if _done(form, meetings.change, meeting_id=meeting_id, held_on=form.held_on.data, **told):
            flash(gettext("Bewaard. De gasten horen dit niet vanzelf: vertel het hun ook."), "ok")
            return redirect(f"/bijeenkomsten/{meeting_id}", 303)
    return render_template("meetings/change.html", form=form, meeting=meeting), 400 if form.is_submitted() else 200


@blueprint.route("/bijeenkomsten/<meeting_id>/afgelasten", methods=["GET", "POST"])
@needs(Permission.MAKE_LISTS)
def call_off(meeting_id: str) -> ResponseReturnValue:
    """Tell that it does not go on."""
    meeting = graph().read(meetings.page, meeting_id=meeting_id)
    form = CallOffForm(data={"version": meeting.version, "because": meeting.called_off_because})
    if form.validate_on_submit() and _done(form, meetings.call_off, meeting_id=meeting_id, because=form.because.data):
        flash(gettext("Op de bladzijde staat nu dat het niet doorgaat. Vertel het ook aan de gasten."), "ok")
        return redirect(f"/bijeenkomsten/{meeting_id}", 303)
    return render_template("meetings/call_off.html", form=form, meeting=meeting), 400 if form.is_submitted() else 200


@blueprint.post("/bijeenkomsten/<meeting_id>/toch-door")
@needs(Permission.MAKE_LISTS)
def go_on(meeting_id: str) -> ResponseReturnValue:
    """Take back that it does not go on."""
    meeting = graph().read(meetings.page, meeting_id=meeting_id)
    graph().write(meetings.go_on, actor=current_actor(), meeting_id=meeting_id, version=meeting.version)
    flash(gettext("De bijeenkomst gaat weer door."), "ok")
    return redirect(f"/bijeenkomsten/{meeting_id}", 303)


def _done(form: ChangeForm | CallOffForm, act: Callable[..., None], **given: Any) -> bool:
    """Whether the act was done; what stood in the way is told in `form`, which keeps what was typed."""
    try:
        graph().write(act, actor=current_actor(), version=form.version.data, **given)
    except Invalid as error:
        refuse(form, error)
    except Conflict as error:
        form.version.data, form.version.raw_data = error.current["version"], None
        form.form_errors.append(_meanwhile(error.current))
    else:
        return True
    return False


def _meanwhile(now: dict[str, Any]) -> str:
    told = ", ".join(part for part in (now["name"], day(now["held_on"]), now["starts_at"], now["place"]) if part)
    if now["called_off_on"]:
        off = gettext("gaat niet door: %(because)s", because=now["called_off_because"])
        told = f"{told} ({off})"
    return str(
        gettext(
            "Iemand anders wijzigde deze bijeenkomst intussen. Nu staat er: %(told)s. "
            "Wilt u toch bewaren wat u invulde? Kies dan nog een keer ‘Bewaren’.",
            told=told,
        )
    )
