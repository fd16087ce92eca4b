"""Bridges: the list, one bridge, and the acts on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext

from app import sentences
from app.access import Permission, current_actor, needs
from app.bridges import blueprint, listing, words
from app.bridges.forms import AskForm, RefuseForm
from app.bridges.listing import Filters
from app.database import graph
from app.paging import Paging, asked_page
from graph.bridges import inbox, life, novelty, page
from graph.bridges.life import State
from graph.bridges.suggestions import Pair
from graph.errors import Conflict
from graph.network import town
from graph.network.structure import structure

if TYPE_CHECKING:
    from collections.abc import Callable

    from flask.typing import ResponseReturnValue

    from graph.bridges.life import Bridge
    from graph.network.structure import Structure

CARDS = 10


@blueprint.get("/bruggen")
@needs(Permission.SEE_BRIDGES)
def overview() -> str:
    """New suggestions and bridges under way, with filters."""
    filters = Filters(*(frozenset(request.args.getlist(name)) for name in ("staat", "reden", "gebied")))
    step = dial()
    every = listing.cards(graph().read(inbox.read, actor=current_actor()), _structure(), step=step)
    fitting = [card for card in every if filters.fit(card)]
    paging = Paging(asked_page(), len(fitting), CARDS)
    return render_template(
        "bridges/overview.html",
        cards=fitting[paging.skip : paging.skip + CARDS],
        every=len(every),
        options=listing.options(every, filters),
        paging=paging,
        step=step,
        words=words,
    )


def dial() -> int:
    """The step of the dial that is asked for; the middle one unless it is one of the five."""
    asked = request.args.get("verrassend", "")
    return int(asked) if asked in {str(each) for each in range(1, novelty.STEPS + 1)} else novelty.MIDDLE


def _structure() -> Structure:
    return structure(graph().read(town.things, actor=current_actor()))


@blueprint.get("/bruggen/<a>/<b>")
@needs(Permission.SEE_BRIDGES)
def bridge(a: str, b: str) -> str:
    """Everything about one bridge: why, who answers for it, who could introduce them."""
    return _bridge(a, b, AskForm(), RefuseForm())


@blueprint.post("/bruggen/<a>/<b>/vragen")
@needs(Permission.BUILD_BRIDGES)
def ask(a: str, b: str) -> ResponseReturnValue:
    """Both groups get the question whether they want this."""
    form = AskForm()
    if not form.validate_on_submit():
        return _bridge(a, b, form, RefuseForm()), 400
    done = gettext("Vastgelegd: u vraagt beide groepen. Hieronder staat de tekst voor beide.")
    return _act(a, b, lambda: graph().write(life.ask, actor=current_actor(), a=a, b=b, text=form.text.data), done)


@blueprint.post("/bruggen/<a>/<b>/bekend")
@needs(Permission.BUILD_BRIDGES)
def known_already(a: str, b: str) -> ResponseReturnValue:
    """They turn out to know each other."""
    done = gettext("Vastgelegd: zij kennen elkaar al. Wij stellen deze brug niet meer voor.")
    return _act(a, b, lambda: graph().write(life.known_already, actor=current_actor(), a=a, b=b), done)


@blueprint.post("/bruggen/<a>/<b>/weigeren")
@needs(Permission.BUILD_BRIDGES)
def refuse(a: str, b: str) -> ResponseReturnValue:
    """The suggestion is of no use, for a reason."""
    form = RefuseForm()
    if not form.validate_on_submit():
        return _bridge(a, b, AskForm(), form), 400
    reason = str(words.REFUSALS[form.reason.data])
    done = gettext("De reden is bewaard. Wij stellen deze brug niet meer voor.")
    return _act(a, b, lambda: graph().write(life.refuse, actor=current_actor(), a=a, b=b, reason=reason), done)


@blueprint.post("/bruggen/<a>/<b>/ongedaan")
@needs(Permission.BUILD_BRIDGES)
def undo(a: str, b: str) -> ResponseReturnValue:
    """Take back the last step."""
    graph().write(life.undo, actor=current_actor(), a=a, b=b)
    flash(gettext("De laatste stap is ongedaan gemaakt."), "ok")
    return redirect(url_for("bridges.bridge", a=a, b=b))


def _bridge(a: str, b: str, asking: AskForm, refusing: RefuseForm) -> str:
    found = graph().read(page.between, actor=current_actor(), a=a, b=b)
    first, other, reasons = found.first, found.suggestion.other, found.suggestion.reasons
    if not asking.is_submitted():
        asking.text.data = found.bridge.text if found.bridge and found.bridge.text else sentences.shared_wish(reasons)
    return render_template(
        "bridges/page.html",
        found=found,
        state=found.bridge.state if found.bridge else State.SUGGESTED,
        novelty=novelty.of(Pair(first, found.suggestion), _structure()),
        why=sentences.why(first.name, other.name, reasons, most=page.COUNT_ALL),
        asking=asking,
        refusing=refusing,
        words=words,
        sentences=sentences,
    )


def _act(a: str, b: str, act: Callable[[], Bridge], done: str) -> ResponseReturnValue:
    try:
        act()
    except Conflict as conflict:
        by = conflict.current.get("by") or gettext("Een collega")
        state = words.STATES[State(conflict.current["state"])]
        flash(gettext("%(name)s was u voor. De brug staat nu op ‘%(state)s’.", name=by, state=state), "warning")
        return redirect(url_for("bridges.bridge", a=a, b=b))
    undo_url = url_for("bridges.undo", a=a, b=b)
    flash({"text": done, "url": undo_url, "label": gettext("Maak ongedaan"), "post": True}, "ok")  # type: ignore[arg-type]
    return redirect(url_for("bridges.bridge", a=a, b=b))
