"""What an undo left and what two records hold, in the words of the pages of the records themselves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask_babel import gettext

from app.addresses import address, has_page
from app.records.conflicts import in_words
from app.records.forms import FORMS
from app.records.telling import FIELDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wtforms import Field

    from graph.duplicates import Side
    from graph.imports.corrections import Corrected
    from graph.imports.kept import Kept
    from graph.model import Kind


@dataclass(frozen=True, slots=True)
class Left:
    """One thing that stays: the record with its page, and what of it."""

    kind: Kind
    name: str
    url: str | None
    what: str


@dataclass(frozen=True, slots=True)
class Stays:
    """A value that somebody corrected and that a file leaves so: the row that says otherwise, and what stays."""

    line: int
    left: Left


@dataclass(frozen=True, slots=True)
class Beside:
    """What two records hold of one property; empty where it says nothing."""

    label: str
    values: tuple[str, ...]


def left(kept: Kept) -> Left:
    """What stays of a record: all of it, one value, or a link with another."""
    return Left(kept.kind, kept.name, _page_of(kept), _what(kept))


def corrected(each: Corrected) -> Stays:
    """A value that somebody corrected, as the form of its page calls it."""
    what = labels(each.kind).get(each.field) or gettext("een gegeven of verbinding")
    return Stays(each.line, Left(each.kind, each.name, _page_of(each), what))


def beside(sides: Sequence[Side]) -> list[Beside]:
    """The properties of records of one kind, as their form calls and shows them; none for a kind without a form."""
    kind = sides[0].kind
    if kind not in FORMS:
        return []
    forms = [FORMS[kind].of(side.properties, ()) for side in sides]
    rows = [
        Beside(str(fields[0].label.text), tuple(map(_value, fields)))
        for fields in zip(*(form.property_fields for form in forms), strict=True)
    ]
    rows.append(Beside(gettext("Kenmerk"), tuple(str(side.properties.get("external_id") or "") for side in sides)))
    return [row for row in rows if any(row.values)]


def _value(field: Field) -> str:
    return ", ".join(field.data) if isinstance(field.data, list) else in_words(field)


def labels(kind: Kind) -> dict[str, str]:
    """What the form of this kind calls each property, by name; a kind without a form gives the common words only."""
    known = {name: str(words) for name, words in FIELDS.items()} | {"external_id": gettext("Kenmerk")}
    form = FORMS[kind](formdata=None) if kind in FORMS else None
    return known | {field.short_name: str(field.label.text) for field in (form.property_fields if form else ())}


def _page_of(each: Kept | Corrected) -> str | None:
    return address(each.kind, each.id) if has_page(each.kind) else None


def _what(kept: Kept) -> str:
    if kept.field is None:
        return gettext("de hele kaart")
    if kept.other_name is not None:
        return gettext("de verbinding met %(name)s", name=kept.other_name)
    return labels(kept.kind).get(kept.field) or gettext("een gegeven of verbinding")
