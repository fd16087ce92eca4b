"""How heavily each kind of evidence counts: to read, to learn anew from known contacts, and to go back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import flash, redirect, render_template, request
from flask_babel import LazyString, gettext

from app.access import Permission, current_actor, needs
from app.bridges import blueprint
from app.bridges.words import REASONS
from app.database import graph
from app.paging import PAGE_SIZE, Paging, asked_page
from graph.bridges import kept, lessons
from graph.bridges.weights import WEIGHTS, Evidence
from graph.evaluation import bridges as learning

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

ADDRESS = "/beheer/gewichten"


@dataclass(frozen=True, slots=True)
class Weighed:
    """One kind of evidence, what it weighs now, and what it weighs when nothing was learnt."""

    label: LazyString
    now: float
    safe: float


@blueprint.get(ADDRESS)
@needs(Permission.ADMINISTER)
def weights() -> str:
    """The weights in use, heaviest first."""
    last = graph().read(kept.shown, actor=current_actor())
    now = last.of_kinds() if last else WEIGHTS
    rows = [Weighed(REASONS[kind], now[kind], WEIGHTS[kind]) for kind in Evidence if kind is not Evidence.SOUGHT]
    refusals = graph().read(lessons.refusals, actor=current_actor())
    paging = Paging(asked_page(), len(refusals))
    return render_template(
        "bridges/weights.html",
        last=last,
        rows=sorted(rows, key=lambda row: -row.now),
        lessons=graph().read(lessons.lessons, actor=current_actor()),
        refusals=refusals[paging.skip : paging.skip + PAGE_SIZE],
        paging=paging,
        labels=REASONS,
    )


@blueprint.post(f"{ADDRESS}/weigering/<step_id>")
@needs(Permission.ADMINISTER)
def count_refusal(step_id: str) -> ResponseReturnValue:
    """Leave a refusal out of what is learnt, or count it in again."""
    counts = request.form.get("telt") == "ja"
    graph().write(lessons.count, actor=current_actor(), step_id=step_id, counts=counts)
    flash(gettext("Deze weigering telt weer mee.") if counts else gettext("Deze weigering telt niet meer mee."), "ok")
    return redirect(ADDRESS, 303)


@blueprint.post(f"{ADDRESS}/leren")
@needs(Permission.ADMINISTER)
def learn_weights() -> ResponseReturnValue:
    """Learn the weights anew from the contacts that are known now."""
    try:
        learnt = learning.learn_and_keep(graph(), actor=current_actor(), most=learning.MOST_AT_ONCE)
    except learning.TooMany:
        flash(
            gettext("Dit zijn te veel initiatieven voor deze knop. Vraag de beheerder van de server om hulp."),
            "error",
        )
    else:
        if learnt.learnt_from:
            flash(gettext("De gewichten zijn opnieuw berekend. Ze gelden meteen."), "ok")
        else:
            flash(gettext("Er zijn nog te weinig bekende contacten om van te leren. De vaste gewichten gelden."), "ok")
    return redirect(ADDRESS, 303)


@blueprint.post(f"{ADDRESS}/terug")
@needs(Permission.ADMINISTER)
def safe_weights() -> ResponseReturnValue:
    """Back to the weights that hold when nothing was learnt."""
    graph().write(kept.keep, actor=current_actor(), weights=WEIGHTS, learnt_from=0)
    flash(gettext("De vaste gewichten gelden weer."), "ok")
    return redirect(ADDRESS, 303)
