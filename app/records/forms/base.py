"""What the forms of all kinds share: identity, version, and what they give to `graph.records`."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, ClassVar

from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import BooleanField, HiddenField, StringField, TextAreaField
from wtforms.validators import InputRequired

from app.records.fields import DayField
from app.records.forms.state import seen_version
from app.records.messages import message
from app.records.picking import MOST, RecordsField
from graph.errors import Invalid
from graph.ids import is_id
from graph.links import LinkField, Tie
from graph.model import COMMON, SHAPE, Kind, Link
from graph.properties import checked_value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flask_babel import LazyString
    from werkzeug.datastructures import MultiDict
    from wtforms import Field

    from graph.links import LinkNow
    from graph.model import Property
    from graph.rights import Actor
    from graph.store import Transaction

NO_CHOICE = _("Nog niet gekozen")
DAY_HINT = _("Bijvoorbeeld: 15-03-2027")
EMPTY: Mapping[str, Any] = MappingProxyType({})
REVIEW = next(each for each in COMMON if each.name == "review_on")


def name_field(label: Any, description: Any = "") -> StringField:
    """The name, which every record must have."""
    return StringField(label, [InputRequired(_("Dit is nog leeg. Vul een naam in."))], description=description)


def story_field(label: Any = None, description: Any = "") -> TextAreaField:
    """The long text."""
    return TextAreaField(label or _("Verhaal"), description=description)


class RecordForm(FlaskForm):  # type: ignore[misc]
    """The form of one kind; its field names are the property names of `graph.model`, or free for sets of links."""

    kind: ClassVar[Kind]
    can_be_public: ClassVar[bool] = True

    id = HiddenField()
    version = HiddenField()
    keeper = RecordsField(
        _("Wie houdt dit bij?"),
        LinkField(Link.KEEPS, Kind.PERSON, outgoing=False),
        single=True,
        description=_("Deze collega kijkt af en toe of het nog klopt."),
    )
    review_on = DayField(_("Nakijken vóór"), DAY_HINT)

    @classmethod
    def of(cls, properties: Mapping[str, Any], links: Sequence[LinkNow]) -> RecordForm:
        """The form of a record as it is, with its links."""
        empty = cls(formdata=None)
        data = {**properties, **{each.name: _ties(each, links) for each in empty.link_fields}}
        return cls(formdata=None, data=data)

    @property
    def property_fields(self) -> list[Field]:
        """The fields that are properties of the record."""
        known = {each.name for each in SHAPE[self.kind].properties} | {REVIEW.name}
        return [field for field in self if field.short_name in known]

    @property
    def link_fields(self) -> list[RecordsField]:
        """The fields that are sets of links."""
        return [field for field in self if isinstance(field, RecordsField)]

    @property
    def seen_version(self) -> int:
        """The version this person saw; 0 when that was not sent."""
        return seen_version(self.version.data)

    def properties(self, before: Mapping[str, Any] = EMPTY) -> dict[str, Any]:
        """The values for `graph.records`; only what this form asks, whatever else was sent.

        `before` is the record as it was, for forms where one value depends on the change of another.
        """
        del before
        return {field.short_name: field.data for field in self.property_fields}

    def link_from(self, query: MultiDict[str, str]) -> None:
        """Fill in the links that an address names, such as `?initiatives=ID` on a page about that initiative."""
        for each in self.link_fields:
            ids = [one for one in query.getlist(each.short_name) if is_id(one)]
            each.data = [Tie(one) for one in ids[: 1 if each.single else MOST]] or each.data

    def know(self, links: Sequence[LinkNow]) -> None:
        """Tell every field which links the record has."""
        for each in self.link_fields:
            each.know(links)

    def ties(self) -> dict[LinkField, list[Tie]]:
        """The sets of links for `graph.records`."""
        return {field.link_field: field.data for field in self.link_fields}

    def validate(self, extra_validators: Any = None) -> bool:
        """Whether every field fits the model; what does not has its sentence in `errors`."""
        good = bool(super().validate(extra_validators))
        for field in self.property_fields:
            if field.errors:
                continue
            try:
                checked_value(self.property_of(field), field.data)
            except Invalid as error:
                field.errors = [message(error.reason)]
                good = False
        return good

    def also(self, tx: Transaction, *, actor: Actor, record_id: str) -> None:
        """What is written besides a record made just now, in the same transaction; nothing unless a form says so."""

    def property_of(self, field: Field) -> Property:
        """The property of the model behind `field`."""
        return REVIEW if field.short_name == REVIEW.name else SHAPE[self.kind].property(field.short_name)

    def refuse(self, error: Invalid) -> None:
        """Put what the graph refused beside the field it is about."""
        self.refuse_with(error.field, message(error.reason))

    def refuse_with(self, name: str, sentence: LazyString) -> None:
        """Put `sentence` beside the field of the property or link `name`, or above the form when there is none."""
        for field in self:
            if name in {field.short_name, getattr(getattr(field, "link_field", None), "link", None)}:
                field.errors = [*field.errors, sentence]
                return
        self.form_errors.append(sentence)


def yes_field(label: Any, description: Any = "") -> BooleanField:
    """Yes or no."""
    return BooleanField(label, description=description)


def _ties(field: RecordsField, links: Sequence[LinkNow]) -> list[Tie]:
    own = field.own
    return [
        Tie(each.other_id, {own.name: each.properties.get(own.name)} if own else {})
        for each in links
        if field.holds(each)
    ]
