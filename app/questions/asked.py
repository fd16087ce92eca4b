"""What the address asks: the question with its parameters, in which shape, and in which order."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from flask import request, url_for
from werkzeug.exceptions import BadRequest

from app.addresses import same_page
from app.choices import choice
from app.picturing.words import hidden_kinds, written
from app.questions.words import ASKS, NAMES, SLUGS
from graph.errors import Invalid
from graph.model import SupplyKind
from graph.properties import Reason
from graph.questions import Parameter, Question

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from graph.model import Kind
    from graph.network.picture import Picture
    from graph.questions import Answer, Ask

LONGEST_NUMBER = 6
LONGEST_ID = 64


class Form(StrEnum):
    """How the answers are shown; the values stand in the address."""

    LIST = "lijst"
    NETWORK = "netwerk"
    MAP = "kaart"


class Order(StrEnum):
    """In which order the list stands; the values stand in the address."""

    NEWEST = "nieuw"
    NAME = "naam"
    AMOUNT = "meest"


@dataclass(frozen=True, slots=True)
class Seen:
    """The picture of the answers: which kinds are left out; around a record the network itself shows more."""

    hidden: frozenset[Kind]

    def toggled(self, kind: Kind) -> str:
        """What the address says of the kinds left out after one is switched."""
        return written(self.hidden ^ {kind})

    def opening(self, record_id: str) -> str:
        """The network around a record."""
        return f"/netwerk?om={record_id}"

    def more(self, picture: Picture) -> None:
        """There is no larger picture."""
        del picture


def ask_of(values: Mapping[str, str]) -> Ask:
    """Which question is meant; raises BadRequest for one that we do not have."""
    slug = values.get("vraag", "")
    if slug not in ASKS:
        raise BadRequest
    return ASKS[slug]


def question_of(values: Mapping[str, str]) -> Question:
    """The question that an address or a form asks, with what does not belong to it left out.

    Raises BadRequest for one that we do not have, and Invalid for a number that is none.
    """
    ask = ask_of(values)
    given = {each: values.get(NAMES[each], "").strip() for each in Parameter}
    wanted: dict[str, Any] = {}
    for each in Question(ask).shape.parameters:
        text = given[each]
        if each is Parameter.NUMBER:
            wanted[each] = _number(text)
        elif each is Parameter.KIND:
            wanted[each] = choice(SupplyKind, text)
        else:
            wanted[each] = text[:LONGEST_ID] or None
    return Question(ask, **wanted)


def query_of(question: Question) -> dict[str, str]:
    """The question as it stands in an address."""
    properties = {each: getattr(question, each.value) for each in Parameter}
    return {"vraag": SLUGS[question.ask]} | {
        NAMES[each]: str(value) for each, value in properties.items() if value is not None
    }


def on_map(question: Question, area: str | None) -> str:
    """The address of the map with the same question in another area, or in the whole town.

    A kept question asks what it was kept with; in another area it is a question of its own.
    """
    query = query_of(question) | {NAMES[Parameter.AREA]: area or "", "als": Form.MAP.value}
    return f"{url_for('questions.show')}?{urlencode(query)}"


def form() -> Form:
    """How the answers are to be shown; raises BadRequest for what is no way."""
    return choice(Form, request.args.get("als")) or Form.LIST


def seen() -> Seen:
    """Which kinds the picture leaves out; raises BadRequest for what is no kind."""
    return Seen(hidden_kinds(request.args.get("zonder", "")))


def order(question: Question) -> Order:
    """The order of the list; raises BadRequest for one that we do not have, or that these answers cannot have."""
    found = choice(Order, request.args.get("volgorde")) or Order.NEWEST
    if found is Order.AMOUNT and not question.shape.counts:
        raise BadRequest
    return found


def sorted_rows(rows: Sequence[Answer], by: Order) -> list[Answer]:
    """The answers in this order; those of the question itself stand as they come."""
    match by:
        case Order.NAME:
            return sorted(rows, key=lambda each: [subject.name.casefold() for subject in each.subjects])
        case Order.AMOUNT:
            return sorted(rows, key=lambda each: -(each.amount or 0))
        case Order.NEWEST:
            return sorted(rows, key=lambda each: each.key, reverse=True)


def in_order(by: Order) -> str:
    """The address of the same list in another order, from its first page."""
    return same_page(volgorde=by.value, pagina=None)


def _number(text: str) -> int | None:
    if not text:
        return None
    if not (text.isascii() and text.isdigit()) or len(text) > LONGEST_NUMBER:
        raise Invalid(Parameter.NUMBER, Reason.NOT_A_NUMBER)
    return int(text)
