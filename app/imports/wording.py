"""What an undo left, in the words of the pages of the records themselves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask_babel import gettext

from app.addresses import address, has_page
from app.records.forms import FORMS
from app.records.telling import FIELDS

if TYPE_CHECKING:
    from graph.imports.kept import Kept
    from graph.model import Kind


@dataclass(frozen=True, slots=True)
class Left:
    """One thing that stays: the record with its page, and what of it."""

    kind: Kind
    name: str
    url: str | None
    what: str


def left(kept: Kept) -> Left:
    """What stays of a record: all of it, one value, or a link with another."""
    url = address(kept.kind, kept.id) if has_page(kept.kind) else None
    return Left(kept.kind, kept.name, url, _what(kept))


def labels(kind: Kind) -> dict[str, str]:
    """What the form of this kind calls each property, by name; a kind without a form gives the common words only."""
    known = {name: str(words) for name, words in FIELDS.items()} | {"external_id": gettext("Kenmerk")}
    form = FORMS[kind](formdata=None) if kind in FORMS else None
    return known | {field.short_name: str(field.label.text) for field in (form.property_fields if form else ())}


def _what(kept: Kept) -> str:
    if kept.field is None:
        return gettext("de hele kaart")
    if kept.other_name is not None:
        return gettext("de verbinding met %(name)s", name=kept.other_name)
    return labels(kept.kind).get(kept.field) or gettext("een gegeven of verbinding")
