"""The administrator switches a figure on or off, and puts a reaction beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import abort, flash, redirect, render_template, request, url_for
from flask_babel import gettext

from app.access import Permission, current_actor, needs
from app.database import graph
from app.figures import blueprint, words
from app.figures.forms import ReactionForm
from graph.errors import Invalid
from graph.figures import overall, reactions, switches
from graph.figures.switches import Figure

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue


@blueprint.get("/beheer/cijfers")
@needs(Permission.ADMINISTER)
def desk() -> str:
    """Every figure that can hurt: whether it is public, and what everybody would see."""
    found = graph().read(overall.desk, actor=current_actor())
    return render_template("figures/desk.html", found=found, figures=list(Figure), words=words)


@blueprint.post("/beheer/cijfers/<figure>/<any(aan, uit):state>")
@needs(Permission.ADMINISTER)
def switch(figure: str, state: str) -> ResponseReturnValue:
    """Publish a figure, or stop publishing it."""
    on = state == "aan"
    graph().write(switches.switch, actor=current_actor(), figure=_figure(figure), on=on)
    flash(gettext("Dit cijfer is nu openbaar.") if on else gettext("Dit cijfer is niet meer openbaar."), "ok")
    return redirect(url_for("figures.desk"), 303)


@blueprint.get("/beheer/cijfers/<figure>/reactie")
@needs(Permission.ADMINISTER)
def ask_reaction(figure: str) -> ResponseReturnValue:
    """The form, with what this team said before."""
    chosen = _figure(figure)
    team_id = request.args.get("team") or None
    said = graph().read(reactions.reactions, actor=current_actor())
    known = next((each for each in said if (each.figure, each.team_id) == (chosen, team_id)), None)
    data = {"team_id": team_id or ""}
    if known:
        data |= {"reaction": known.reaction, "reaction_by": known.reaction_by}
    return _ask(chosen, ReactionForm(formdata=None, data=data))


@blueprint.post("/beheer/cijfers/<figure>/reactie")
@needs(Permission.ADMINISTER)
def react(figure: str) -> ResponseReturnValue:
    """Put the reaction beside the figure, or take it away."""
    chosen, form = _figure(figure), ReactionForm()
    try:
        graph().write(
            reactions.react,
            actor=current_actor(),
            figure=chosen,
            team_id=form.team_id.data or None,
            reaction=form.reaction.data or "",
            reaction_by=form.reaction_by.data or "",
        )
    except Invalid as error:
        form.refuse(error)
        return _ask(chosen, form, 400)
    flash(gettext("Bewaard."), "ok")
    return redirect(url_for("figures.desk"), 303)


def _figure(value: str) -> Figure:
    if value not in list(Figure):
        abort(404)
    return Figure(value)


def _ask(figure: Figure, form: ReactionForm, code: int = 200) -> ResponseReturnValue:
    form.offer(graph().read(reactions.teams))
    return render_template("figures/react.html", figure=figure, form=form, words=words), code
