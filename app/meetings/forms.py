"""The forms of meetings."""

from __future__ import annotations

from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import DateField, HiddenField, IntegerField, StringField
from wtforms.validators import DataRequired, InputRequired, Length
from wtforms.widgets import HiddenInput


class WhenAndWhere(FlaskForm):  # type: ignore[misc]
    """What everybody reads of a meeting."""

    name = StringField(
        _("Naam van de bijeenkomst"),
        description=_("Bijvoorbeeld: Initiatieventafel Groen"),
        validators=[DataRequired(_("De naam ontbreekt. Vul een naam in.")), Length(max=300)],
    )
    held_on = DateField(_("Datum"), validators=[DataRequired(_("De datum ontbreekt. Vul een datum in die bestaat."))])
    starts_at = StringField(_("Tijd"), description=_("Bijvoorbeeld: 19.30 uur"), validators=[Length(max=40)])
    place = StringField(_("Plaats"), description=_("Bijvoorbeeld: De Schelp"), validators=[Length(max=300)])


class MeetingForm(WhenAndWhere):
    """A new meeting; the list itself travels in the address."""

    id = HiddenField()


class ChangeForm(WhenAndWhere):
    """Another name, day, time or place."""

    version = IntegerField(widget=HiddenInput(), validators=[InputRequired()])


class CallOffForm(FlaskForm):  # type: ignore[misc]
    """Why a meeting does not go on."""

    version = IntegerField(widget=HiddenInput(), validators=[InputRequired()])
    because = StringField(
        _("Waarom gaat het niet door?"),
        description=_("Dit staat op de bladzijde die iedereen ziet. Bijvoorbeeld: De zaal is dicht door lekkage."),
        validators=[
            DataRequired(_("De reden ontbreekt. Schrijf in één zin waarom het niet doorgaat.")),
            Length(max=300),
        ],
    )
