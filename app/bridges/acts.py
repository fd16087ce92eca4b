"""What a bridge-builder does with a bridge, and with several at once."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from flask import abort, flash, redirect, request, session, url_for
from flask_babel import gettext, ngettext

from app import sentences
from app.access import Permission, current_actor, needs
from app.bridges import blueprint, words
from app.bridges.forms import AskForm, RefuseForm, ReopenForm, StepForm, StopForm, WishForm
from app.bridges.routes import CARDS, CHOSEN, Forms, Unfinished, Unkept, shown
from app.choices import choice
from app.database import graph
from graph.bridges import life, own
from graph.bridges.standing import Because, State
from graph.errors import Conflict, Invalid
from graph.ids import is_id

if TYPE_CHECKING:
    from collections.abc import Callable

    from flask.typing import ResponseReturnValue

    from graph.bridges.standing import Bridge
    from graph.rights import Actor
    from graph.store import Transaction


@blueprint.post("/bruggen/<a>/<b>/vragen")
@needs(Permission.BUILD_BRIDGES)
def ask(a: str, b: str) -> ResponseReturnValue:
    """Both groups get the question whether they want this."""
    form = AskForm()
    if not form.validate_on_submit():
        return shown(a, b, Forms(asking=form)), 400
    done = gettext("Vastgelegd: u vraagt beide groepen. Hieronder staat de tekst voor beide.")
    text = form.text.data
    return _act(a, b, lambda: graph().write(life.ask, actor=current_actor(), a=a, b=b, text=text), done, typed=text)


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
        return shown(a, b, Forms(refusing=form)), 400
    because = Because(form.reason.data)
    own_words = (form.own_words.data or "").strip()
    reason = words.kept_reason(because, own_words)
    done = gettext("De reden is bewaard. Wij stellen deze brug niet meer voor.")
    return _act(
        a,
        b,
        lambda: graph().write(life.refuse, actor=current_actor(), a=a, b=b, reason=reason, because=because),
        done,
        typed=own_words,
    )


@blueprint.post("/bruggen/<a>/<b>/antwoord")
@needs(Permission.BUILD_BRIDGES)
def answer(a: str, b: str) -> ResponseReturnValue:
    """What one of the two groups said."""
    side, says = request.form.get("initiatief", ""), request.form.get("antwoord")
    if side not in {a, b} or says not in {"ja", "nee"}:
        abort(400)
    yes, why = says == "ja", said_no()
    text = "" if yes else words.kept_reason(why)

    def said() -> Bridge:
        return graph().write(
            life.answer, actor=current_actor(), a=a, b=b, side_id=side, yes=yes, text=text, because=why
        )

    return _act(a, b, said, gettext("Het antwoord is bewaard."))


@blueprint.post("/bruggen/<a>/<b>/antwoord-terug")
@needs(Permission.BUILD_BRIDGES)
def unanswer(a: str, b: str) -> ResponseReturnValue:
    """Take back an answer that a bridge-builder wrote down, and no other."""
    line_id = request.args.get("antwoord", "")
    try:
        graph().write(life.unanswer, actor=current_actor(), a=a, b=b, line_id=line_id)
    except Conflict:
        flash(_nothing_taken_back(), "warning")
    else:
        flash(gettext("Het antwoord is ongedaan gemaakt."), "ok")
    return redirect(url_for("bridges.bridge", a=a, b=b), 303)


def said_no() -> Because:
    """Why a group says no, as the form has it; it need not say."""
    why = choice(Because, request.form.get("waarom")) or Because.UNWANTED
    return why if why in words.NO_REASONS else Because.UNWANTED


@blueprint.post("/bruggen/<a>/<b>/wens")
@needs(Permission.BUILD_BRIDGES)
def reword(a: str, b: str) -> ResponseReturnValue:
    """What both groups want, in other words."""
    form = WishForm(prefix="wens")
    if not form.validate_on_submit():
        return shown(a, b, Forms(wishing=form)), 400
    done, text = gettext("De zin is bewaard. Beide groepen lezen hem."), form.text.data
    seen = form.seen.data or None
    work = partial(graph().write, life.reword, actor=current_actor(), a=a, b=b, text=text, seen=seen)
    return _act(a, b, work, done, undo=False, typed=text)


@blueprint.post("/bruggen/<a>/<b>/herinneren")
@needs(Permission.BUILD_BRIDGES)
def remind(a: str, b: str) -> ResponseReturnValue:
    """Somebody was asked how it stands."""
    done = gettext("Vastgelegd: u vraagt hoe het staat. Wij herinneren u er later weer aan.")
    return _act(a, b, lambda: graph().write(life.remind, actor=current_actor(), a=a, b=b), done, undo=False)


@blueprint.post("/bruggen/<a>/<b>/stap")
@needs(Permission.BUILD_BRIDGES)
def step(a: str, b: str) -> ResponseReturnValue:
    """The bridge comes a step further, or to a result."""
    state, form = choice(State, request.form.get("staat")), StepForm(prefix="verder")
    if state not in words.DONE or state is State.STOPPED:
        abort(400)
    if not form.validate_on_submit():
        return shown(a, b, Forms(stepping=form)), 400
    text = form.text.data or ""
    try:
        return _act(a, b, lambda: _step(a, b, state, text), str(words.DONE[state]), typed=text)
    except Invalid:
        form.text.errors = [gettext("Schrijf op wat eruit kwam. Eén zin is genoeg.")]
        return shown(a, b, Forms(stepping=form)), 400


@blueprint.post("/bruggen/<a>/<b>/stoppen")
@needs(Permission.BUILD_BRIDGES)
def stop(a: str, b: str) -> ResponseReturnValue:
    """The bridge ended before there was a result."""
    form = StopForm(prefix="stop")
    if not form.validate_on_submit():
        return shown(a, b, Forms(stopping=form)), 400
    text = form.text.data
    return _act(a, b, lambda: _step(a, b, State.STOPPED, text), str(words.DONE[State.STOPPED]), typed=text)


@blueprint.post("/bruggen/<a>/<b>/ongedaan")
@needs(Permission.BUILD_BRIDGES)
def undo(a: str, b: str) -> ResponseReturnValue:
    """Take back the last step, if that is still the one the reader saw; the own no of a group only with a reason."""
    form, step_id = ReopenForm(prefix="toch"), request.args.get("stap", "")
    because = form.text.data or ""
    try:
        graph().write(life.undo, actor=current_actor(), a=a, b=b, step_id=step_id, because=because)
    except Invalid:
        form.validate()
        return shown(a, b, Forms(reopening=form)), 400
    except Conflict:
        said = _nothing_taken_back()
        if because.strip():
            return shown(a, b, Forms(), unkept=Unkept(said, because)), 409
        flash(said, "warning")
    else:
        flash(gettext("De laatste stap is ongedaan gemaakt."), "ok")
    return redirect(url_for("bridges.bridge", a=a, b=b), 303)


@blueprint.post("/bruggen/samen")
@needs(Permission.BUILD_BRIDGES)
def together() -> ResponseReturnValue:
    """Ask the groups of several bridges, or put several aside for one reason; what changed meanwhile is left alone."""
    pairs = [_pair(each) for each in request.form.getlist("brug")[:CARDS]]
    act, reason = request.form.get("doe"), request.form.get("reden")
    back = redirect(request.form.get("terug", "") if _is_list(request.form.get("terug", "")) else "/bruggen", 303)
    if not pairs:
        session[CHOSEN] = Unfinished(
            [], reason, "kies-1", gettext("U koos nog geen brug. Zet een vinkje bij een of meer bruggen.")
        )
        return back
    if act == "niet" and reason not in words.REFUSALS:
        chosen = [f"{a}|{b}" for a, b in pairs]
        session[CHOSEN] = Unfinished(
            chosen, None, "reden-samen", gettext("Kies een reden. Daarmee worden de volgende bruggen beter.")
        )
        return back
    if act not in {"vraag", "niet"}:
        abort(400)
    actor = current_actor()
    why = Because(reason) if act == "niet" and reason else None
    done = graph().write(_all, actor=actor, pairs=pairs, why=why)
    if why:
        said = ngettext("%(num)s brug staat op ‘Niet nuttig’.", "%(num)s bruggen staan op ‘Niet nuttig’.", done)
    else:
        said = sentences.many_asked(done)
    flash(said, "ok")
    if done < len(pairs):
        flash(sentences.further_already(len(pairs) - done), "warning")
    return back


def _all(tx: Transaction, *, actor: Actor, pairs: list[tuple[str, str]], why: Because | None) -> int:
    if why is not None:
        refuse = partial(life.refuse, tx, actor=actor, reason=words.kept_reason(why), because=why)
        return life.as_many_as_can(partial(refuse, a=a, b=b) for a, b in pairs)
    return life.as_many_as_can(partial(_ask, tx, actor=actor, a=a, b=b) for a, b in pairs)


def _ask(tx: Transaction, *, actor: Actor, a: str, b: str) -> Bridge:
    wish = sentences.shared_wish(own.known_to_all(tx, a=a, b=b))
    return life.ask(tx, actor=actor, a=a, b=b, text=wish)


def _pair(text: str) -> tuple[str, str]:
    a, _, b = text.partition("|")
    if not (is_id(a) and is_id(b)):
        abort(400)
    return a, b


def _is_list(path: str) -> bool:
    return path == "/bruggen" or (path.startswith("/bruggen?") and "\\" not in path)


def _step(a: str, b: str, state: State, text: str) -> Bridge:
    return graph().write(life.step, actor=current_actor(), a=a, b=b, state=state, text=text)


def _act(
    a: str, b: str, act: Callable[[], Bridge], done: str, *, undo: bool = True, typed: str | None = None
) -> ResponseReturnValue:
    """Do it; who was too late hears who was first, and has back what was `typed`."""
    try:
        made = act()
    except Conflict as conflict:
        if over := conflict.current.get("over"):
            # Without a bridge, and with what they shared over, there may be no page to go back to.
            flash(_is_over(over), "warning")
            return redirect(url_for("bridges.overview"))
        said = _too_late(conflict)
        if typed and typed.strip():
            return shown(a, b, Forms(), unkept=Unkept(said, typed)), 409
        flash(said, "warning")
        return redirect(url_for("bridges.bridge", a=a, b=b))
    undo_url = _way_back(a, b, made) if undo else None
    if undo_url:
        flash({"text": done, "url": undo_url, "label": gettext("Maak ongedaan"), "post": True}, "ok")  # type: ignore[arg-type]
    else:
        flash(done, "ok")
    return redirect(url_for("bridges.bridge", a=a, b=b))


def _way_back(a: str, b: str, made: Bridge) -> str | None:
    """Where only what was done just now is taken back; None when it said nothing new."""
    if isinstance(made, life.Answered):
        return url_for("bridges.unanswer", a=a, b=b, antwoord=made.line_id) if made.line_id else None
    return url_for("bridges.undo", a=a, b=b, stap=made.step_id)


def _nothing_taken_back() -> str:
    return gettext("Er is niets teruggenomen: de brug is intussen veranderd. Kijk hieronder hoe het nu is.")


def _is_over(names: list[str]) -> str:
    return ngettext(
        "Er is niets vastgelegd: %(names)s is gestopt of beëindigd.",
        "Er is niets vastgelegd: %(names)s zijn gestopt of beëindigd.",
        len(names),
        names=gettext(" en ").join(names),
    )


def _too_late(conflict: Conflict) -> str:
    if wish := conflict.current.get("wish"):
        return gettext("Iemand anders wijzigde de zin intussen. Nu staat er: ‘%(wish)s’", wish=wish)
    by = conflict.current.get("by") or gettext("Een collega")
    state = words.STATES[State(conflict.current["state"])]
    if by == current_actor().name:
        return gettext("U legde hier intussen al iets vast. De brug staat nu op ‘%(state)s’.", state=state)
    return gettext("%(name)s was u voor. De brug staat nu op ‘%(state)s’.", name=by, state=state)
