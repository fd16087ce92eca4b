"""A field that holds links to other records: chosen ones stay, others are found by name.

It sends `name` (ids), `name-zoek` (words typed) and `name-eigen-ID` (the own property of the link to that record).
Without script a button searches and the page comes back with the names that match; with it they come as one types.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from wtforms import Field, ValidationError

from app.records.messages import CHOOSE, GONE, ONE, message
from graph.choices import Wanted
from graph.errors import Invalid
from graph.ids import is_id
from graph.links import SYMMETRIC, Tie
from graph.model import LINK
from graph.properties import checked_link

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flask_babel import LazyString
    from werkzeug.datastructures import MultiDict

    from graph.choices import Choice, Offer
    from graph.links import LinkField, LinkNow

MOST = 500
LONGEST_NUMBER = 10


@dataclass(frozen=True, slots=True)
class Option:
    """One record in the list of a field."""

    choice: Choice
    own: str
    chosen: bool


class RecordsField(Field):  # type: ignore[misc]
    """Links of one set; `data` is a list of `Tie`."""

    def __init__(
        self,
        label: LazyString,
        link_field: LinkField,
        *,
        single: bool = False,
        own_label: LazyString | None = None,
        description: LazyString | str = "",
        **bound: Any,
    ) -> None:
        """Links of `link_field`; at most one when `single`; `own_label` asks for the link's one property.

        An import or a merge may have given a `single` field more than one: then all of them are shown, and stay until
        somebody takes one away.
        """
        super().__init__(label, description=description, **bound)
        self.link_field = link_field
        self.single = single
        self.own_label = own_label
        self.text = ""
        self.offer: Offer | None = None
        self.present: frozenset[str] = frozenset()

    @property
    def own(self) -> Any:
        """The property of the link that the form asks for."""
        return LINK[self.link_field.link].properties[0] if self.own_label else None

    def process(self, formdata: MultiDict[str, str] | None, data: Any = None, extra_filters: Any = None) -> None:
        """Take the links from what was sent, else those the record has."""
        del extra_filters
        self.process_errors = []
        self.data = list(data or [])
        if formdata is not None:
            ids = [each for each in formdata.getlist(self.name) if each]
            kept = list(dict.fromkeys(each for each in ids if is_id(each)))[:MOST]
            self.data = [Tie(each, self._own(formdata, each)) for each in kept]
            self.text = formdata.get(f"{self.name}-zoek", "")[:200]
            if len(kept) < len(set(ids)):
                self.process_errors.append(GONE)

    def pre_validate(self, form: Any) -> None:
        """The own properties must fit the model, and a name that was typed must be chosen or taken away.

        More than one in a `single` field must all have been there.
        """
        del form
        if self.has_several and not self.present.issuperset(tie.other_id for tie in self.data):
            raise ValidationError(ONE)
        for tie in self.data:
            try:
                checked_link(LINK[self.link_field.link].properties, tie.properties)
            except Invalid as error:
                raise ValidationError(message(error.reason)) from error
        if self.offer and len(self.offer.chosen) < len(self.data):
            raise ValidationError(GONE)
        if self.text.strip() and not (self.offer and self.offer.whole):
            raise ValidationError(CHOOSE)

    def wanted(self) -> Wanted:
        """What to ask the graph for."""
        return Wanted(self.link_field.other, tuple(tie.other_id for tie in self.data), self.text)

    def know(self, links: Iterable[LinkNow]) -> None:
        """Tell it which links the record has."""
        self.present = frozenset(each.other_id for each in links if self.holds(each))

    @property
    def has_several(self) -> bool:
        """Whether there is more than one where one belongs."""
        return self.single and len(self.data) > 1

    def holds(self, link: LinkNow) -> bool:
        """Whether `link` is one of this field's set."""
        same_way = link.outgoing == self.link_field.outgoing or link.link in SYMMETRIC
        return same_way and (link.link, link.other_kind) == (self.link_field.link, self.link_field.other)

    @property
    def options(self) -> list[Option]:
        """The chosen records, then those that match."""
        if self.offer is None:
            return []
        own = {tie.other_id: _shown(tie, self.own.name) if self.own else "" for tie in self.data}
        chosen = [Option(each, own.get(each.id, ""), chosen=True) for each in self.offer.chosen]
        return chosen + [Option(each, "", chosen=False) for each in self.offer.matches]

    def _own(self, formdata: MultiDict[str, str], other_id: str) -> dict[str, Any]:
        if not self.own:
            return {}
        text = formdata.get(f"{self.name}-eigen-{other_id}", "").strip()
        if self.own.type is int and text:
            return {
                self.own.name: int(text) if text.isascii() and text.isdigit() and len(text) < LONGEST_NUMBER else text
            }
        return {self.own.name: text or None}


def _shown(tie: Tie, name: str) -> str:
    value = tie.properties.get(name)
    return "" if value is None else str(value)
