"""Bridges: the list, and the page of one bridge."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlencode

from flask import render_template, request, session
from flask_babel import gettext

from app import sentences
from app.access import Permission, current_actor, needs
from app.bridges import blueprint, introducing, listing, words
from app.bridges.forms import AskForm, RefuseForm, ReopenForm, StepForm, StopForm, WishForm
from app.bridges.listing import Card, Filters
from app.choices import choice
from app.database import graph
from app.paging import Paging, asked_page
from app.spreadsheet import table_file
from graph import duplicates
from graph.bridges import inbox, novelty, page, standing, townwide
from graph.bridges.standing import State
from graph.bridges.suggestions import Pair
from graph.network import town
from graph.network.structure import structure

if TYPE_CHECKING:
    from flask import Response

    from graph.mentions import Mention
    from graph.network.structure import Structure

CARDS = 10
# What was ticked in the list waits here for one page, when something was missing.
CHOSEN = "chosen_bridges"


class Unfinished(NamedTuple):
    """What was ticked (`chosen`, as the boxes say it), which reason was given, and what is missing at which field."""

    chosen: list[str]
    reason: str | None
    field: str
    sentence: str


@blueprint.get("/bruggen")
@needs(Permission.SEE_BRIDGES)
def overview() -> str:
    """New suggestions and bridges under way, with filters."""
    filters, step, order, network = _filters(), dial(), _order(), _structure()
    found = _found()
    every = listing.cards(found, network, step=step)
    fitting = _fitting(every, filters, order)
    rare = _rare(every, filters)
    paging = Paging(asked_page(), len(fitting), CARDS)
    return render_template(
        "bridges/overview.html",
        cards=[listing.told(card, network) for card in fitting[paging.skip : paging.skip + CARDS]],
        every=len(every),
        most=townwide.MOST if sum(card.is_new_pair for card in every) == townwide.MOST else None,
        organisations=inbox.WITH_PARTIES if _with_parties(every) >= inbox.WITH_PARTIES else None,
        most_under_way=inbox.MOST_UNDER_WAY if found.is_cut else None,
        is_short=found.suggested.is_short,
        groups=listing.groups(every, filters, me=current_actor().name),
        paging=paging,
        step=step,
        order=order,
        rare=rare,
        late=sum(card.is_late for card in every),
        only_late=filters.late,
        unfinished=Unfinished(*session.pop(CHOSEN)) if CHOSEN in session else None,
        here=request.full_path.rstrip("?"),
        words=words,
    )


@blueprint.get("/bruggen.<any(csv, xlsx):form>")
@needs(Permission.SEE_BRIDGES)
def overview_file(form: str) -> Response:
    """What the list shows, whole and in the same order, as a file."""
    network = _structure()
    found = [
        listing.told(card, network)
        for card in _fitting(listing.cards(_found(), network, step=dial()), _filters(), _order())
    ]
    headings = [
        gettext("Eerste"),
        gettext("Tweede"),
        gettext("Soort"),
        gettext("Stand"),
        gettext("Reden"),
        gettext("Gebieden"),
        gettext("Thema’s"),
        gettext("Wie"),
    ]
    rows = [
        (
            card.first,
            card.second,
            str(words.SORTS[card.sort]),
            str(words.STATES[card.state]),
            card.detail,
            ", ".join(each.name for each in card.areas),
            ", ".join(each.name for each in card.themes),
            ", ".join(card.who),
        )
        for card in found
    ]
    return table_file(form, "bruggen", headings, rows)


def _filters() -> Filters:
    states, reasons, areas, themes, who, sorts = (
        frozenset(request.args.getlist(name)) for name in ("staat", "reden", "gebied", "thema", "wie", "soort")
    )
    return Filters(
        states & words.STATES.keys(),
        reasons & words.REASONS.keys(),
        areas,
        late="laat" in request.args,
        themes=themes,
        who=who,
        sorts=sorts & words.SORTS.keys(),
    )


@dataclass(frozen=True, slots=True)
class Rare:
    """Areas or themes that come up little, with the address of only their bridges and of the list in turns."""

    names: list[Mention]
    order: listing.Order
    url: str


def _rare(cards: list[Card], filters: Filters) -> list[Rare]:
    found = []
    for order, name in ((listing.Order.AREAS, "gebied"), (listing.Order.THEMES, "thema")):
        names = listing.seldom(cards, filters, order)
        if names:
            found.append(Rare(names, order, f"/bruggen?{urlencode([(name, each.id) for each in names])}"))
    return found


def _order() -> listing.Order:
    return choice(listing.Order, request.args.get("volgorde")) or listing.Order.BEST


def _with_parties(cards: list[Card]) -> int:
    """How many new suggestions are of an initiative and an organisation."""
    return sum(card.state is State.SUGGESTED and card.sort is listing.Sort.ORGANISATION for card in cards)


def _found() -> inbox.Inbox:
    return graph().read(inbox.read, actor=current_actor())


def _fitting(cards: list[Card], filters: Filters, order: listing.Order) -> list[Card]:
    fitting = [card for card in cards if filters.fit(card)]
    return fitting if order is listing.Order.BEST else listing.in_turns(fitting, order)


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
    return shown(a, b, Forms())


@dataclass(frozen=True, slots=True)
class Forms:
    """The forms on the page of a bridge; one that was sent and refused comes back with what was typed."""

    asking: AskForm = field(default_factory=AskForm)
    refusing: RefuseForm = field(default_factory=RefuseForm)
    wishing: WishForm = field(default_factory=lambda: WishForm(prefix="wens"))
    stepping: StepForm = field(default_factory=lambda: StepForm(prefix="verder"))
    stopping: StopForm = field(default_factory=lambda: StopForm(prefix="stop"))
    reopening: ReopenForm = field(default_factory=lambda: ReopenForm(prefix="toch"))


@dataclass(frozen=True, slots=True)
class Unkept:
    """What was typed for a step that somebody else made impossible meanwhile, and the sentence that says so."""

    said: str
    text: str


def shown(a: str, b: str, forms: Forms, *, unkept: Unkept | None = None) -> str:
    """The page of a bridge with these forms, and with what was typed but came too late."""
    found = graph().read(page.between, actor=current_actor(), a=a, b=b)
    first, other, reasons = found.first, found.suggestion.other, found.suggestion.reasons
    wish = found.bridge.wish if found.bridge and found.bridge.wish else sentences.shared_wish(found.told)
    for form in (forms.asking, forms.wishing):
        # What was sent stays; the form beside it has the sentence as it stands.
        if not form.text.raw_data:
            form.text.data = wish
    if found.bridge and not forms.wishing.seen.raw_data:
        forms.wishing.seen.data = found.bridge.wish
    is_twin = found.bridge is None and graph().read(
        duplicates.is_likely, actor=current_actor(), first_id=first.id, second_id=other.id
    )
    own_no = found.bridge is not None and standing.is_own_no(found.bridge, found.sides, actor=current_actor())
    return render_template(
        "bridges/page.html",
        found=found,
        state=found.bridge.state if found.bridge else State.SUGGESTED,
        novelty=None if other.is_organisation else novelty.of(Pair(first, found.suggestion), _structure()),
        why=sentences.why(first.name, other.name, reasons, most=page.COUNT_ALL) if reasons else "",
        forms=forms,
        unkept=unkept,
        own_no=own_no,
        recorded=standing.recorded(found.bridge, found.history) if found.bridge else [],
        is_twin=is_twin,
        wish=wish,
        introducing=introducing,
        words=words,
        sentences=sentences,
    )
