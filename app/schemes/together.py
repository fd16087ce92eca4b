"""Who could apply together under a scheme: the list of pairs, and asking two of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import abort, flash, redirect, render_template, request, url_for
from flask_babel import gettext

from app.access import Permission, current_actor, needs
from app.database import graph
from app.filtering import Filters, select
from app.paging import PAGE_SIZE, Paging, asked_page
from app.schemes import blueprint, words
from app.spreadsheet import table_file
from graph import schemes
from graph.errors import Conflict
from graph.ids import is_id
from graph.schemes import Money, PairOrder, PairSelection

if TYPE_CHECKING:
    from flask import Response
    from flask.typing import ResponseReturnValue

    from graph.schemes import PairListing, Strangers

MONEY = {"beide": Money.BOTH, "een": Money.ONE, "geen": Money.NONE}
# The headings are those of the Dutch file, whatever the language of the page.
HEADINGS = ("eerste", "stap_eerste", "tweede", "stap_tweede", "doelen", "id_eerste", "id_tweede")


@blueprint.get("/regelingen/<scheme_id>/samen")
@needs(Permission.SEE_BRIDGES)
def pairs(scheme_id: str) -> str:
    """The pairs that could apply together; filters, order and page stand in the address."""
    number, actor = asked_page(), current_actor()
    scheme = graph().read(schemes.facts, actor=actor, scheme_id=scheme_id)
    found = graph().read(
        schemes.pairs,
        actor=actor,
        scheme_id=scheme_id,
        selection=_selection(),
        skip=(number - 1) * PAGE_SIZE,
        limit=PAGE_SIZE,
    )
    return render_template(
        "schemes/together.html",
        facts=scheme,
        found=found,
        filters=_filters(found),
        paging=Paging(number, found.total),
        why=words.why,
    )


@blueprint.get("/regelingen/<scheme_id>/samen.<any(csv, xlsx):form>")
@needs(Permission.SEE_BRIDGES)
def pairs_file(scheme_id: str, form: str) -> Response:
    """The pairs that the list shows, all pages of it, as a file."""
    found = graph().read(schemes.pairs, actor=current_actor(), scheme_id=scheme_id, selection=_selection())
    return table_file(form, "samen-aanvragen", HEADINGS, [_row(each) for each in found.rows])


@blueprint.post("/regelingen/<scheme_id>/samen")
@needs(Permission.BUILD_BRIDGES)
def ask_together(scheme_id: str) -> ResponseReturnValue:
    """Two parties get the question whether they want to apply together; the text stands on the page of the bridge."""
    a, b = request.form.get("a", ""), request.form.get("b", "")
    if not (is_id(a) and is_id(b)):
        abort(400)
    actor = current_actor()
    scheme = graph().read(schemes.facts, actor=actor, scheme_id=scheme_id)
    pair = graph().read(schemes.pair, actor=actor, scheme_id=scheme_id, a=a, b=b)
    if pair is None:
        # Somebody asked them already, or they found each other: the bridge says how it stands.
        return redirect(url_for("bridges.bridge", a=a, b=b), 303)
    text = words.wish(scheme.name, pair)
    try:
        graph().write(schemes.ask_together, actor=actor, scheme_id=scheme_id, a=a, b=b, text=text)
    except Conflict:
        return redirect(url_for("bridges.bridge", a=a, b=b), 303)
    _say_asked(a, b)
    return redirect(url_for("bridges.bridge", a=a, b=b), 303)


def _say_asked(a: str, b: str) -> None:
    done = {
        "text": gettext(
            "Vastgelegd: u vraagt beide groepen om samen aan te vragen. Hieronder staat de tekst voor beide."
        ),
        "url": url_for("bridges.undo", a=a, b=b),
        "label": gettext("Maak ongedaan"),
        "post": True,
    }
    flash(done, "ok")  # type: ignore[arg-type]


def _selection() -> PairSelection:
    goal = request.args.get("doel", "")
    return PairSelection(
        goal=goal if is_id(goal) else None,
        money=MONEY.get(request.args.get("geld", "")),
        order=PairOrder.NAME if request.args.get("volgorde") == "naam" else PairOrder.SHARED,
    )


def _filters(found: PairListing) -> Filters:
    goals = sorted(found.goals.items(), key=lambda item: item[0].name.casefold())
    money = {
        "beide": gettext("Beide kregen geld"),
        "een": gettext("Eén kreeg geld"),
        "geen": gettext("Beide wachten op antwoord"),
    }
    orders: list[tuple[str, str, int | None]] = [("naam", gettext("Op naam"), None)]
    return Filters(
        (
            select("doel", gettext("Doel"), gettext("Alle doelen"), [(each.id, each.name, n) for each, n in goals]),
            select(
                "geld",
                gettext("Wie kreeg geld?"),
                gettext("Maakt niet uit"),
                [(value, words, found.money[MONEY[value]]) for value, words in money.items()],
            ),
            select("volgorde", gettext("Volgorde"), gettext("Meeste gedeelde doelen"), orders),
        )
    )


def _row(pair: Strangers) -> tuple[str, ...]:
    return (
        pair.first.name,
        "gegeven" if pair.first_given else "gevraagd",
        pair.second.name,
        "gegeven" if pair.second_given else "gevraagd",
        " | ".join(goal.name for goal in pair.goals),
        pair.first.id,
        pair.second.id,
    )
