"""The short form of an interaction, and the upload of a mail."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from flask_wtf.file import FileField, FileRequired
from wtforms import HiddenField, SelectChoice, SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length

from app.choices import INTERACTION_LABELS
from app.records.fields import DayField
from graph import clock
from graph.ids import new_id
from graph.model import InteractionKind

if TYPE_CHECKING:
    import datetime as dt

WARNING = _("Dit is intern. Het kan openbaar worden bij een verzoek, en de persoon mag het lezen.")


class QuickForm(FlaskForm):  # type: ignore[misc]
    """Kind and text are enough; the day is filled in already."""

    id = HiddenField()
    about = HiddenField()
    interaction_kind = SelectField(
        _("Soort contact"), choices=[SelectChoice(each.value, label) for each, label in INTERACTION_LABELS.items()]
    )
    description = TextAreaField(
        _("Wat is er gezegd of afgesproken?"),
        [
            InputRequired(_("Dit is nog leeg. Schrijf in een paar zinnen wat er gezegd is.")),
            Length(max=20_000, message=_("Deze tekst is te lang. Maak de tekst korter.")),
        ],
        description=WARNING,
    )
    happened_on = DayField(_("Datum"))
    next_step = StringField(_("Volgende stap"), description=_("Bijvoorbeeld: Team Beheer bellen."))
    next_on = DayField(_("Volgende stap vóór"), _("Bijvoorbeeld: 15-03-2027"))

    @classmethod
    def empty(cls, about: str) -> QuickForm:
        """The form about one record, with today filled in."""
        data = {"id": new_id(), "about": about, "happened_on": clock.today()}
        return cls(formdata=None, data=data | {"interaction_kind": InteractionKind.CALL.value})

    def values(self) -> dict[str, Any]:
        """What the graph is given."""
        on: dt.date | None = self.happened_on.data
        return {
            "record_id": self.id.data,
            "about": self.about.data,
            "kind": InteractionKind(self.interaction_kind.data),
            "text": self.description.data,
            "happened_on": on,
            "next_step": self.next_step.data or None,
            "next_on": self.next_on.data,
        }


class MailForm(FlaskForm):  # type: ignore[misc]
    """A mail as a file."""

    file = FileField(
        _("Mail als bestand (.eml)"),
        [FileRequired(_("Kies een bestand."))],
        description=_("Sla de mail op als bestand, of sleep hem naar uw bureaublad. Bijlagen bewaren wij niet."),
    )
