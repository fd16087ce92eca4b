"""The forms of meetings."""

from __future__ import annotations

from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import DateField, HiddenField, StringField
from wtforms.validators import DataRequired, Length


class MeetingForm(FlaskForm):  # type: ignore[misc]
    """When and where; the list itself travels in the address."""

    id = HiddenField()
    name = StringField(
        _("Naam van de bijeenkomst"),
        description=_("Bijvoorbeeld: Initiatieventafel Groen"),
        validators=[DataRequired(_("De naam ontbreekt. Vul een naam in.")), Length(max=300)],
    )
    held_on = DateField(_("Datum"), validators=[DataRequired(_("De datum ontbreekt. Vul een datum in die bestaat."))])
    starts_at = StringField(_("Tijd"), description=_("Bijvoorbeeld: 19.30 uur"), validators=[Length(max=40)])
    place = StringField(_("Plaats"), description=_("Bijvoorbeeld: De Schelp"), validators=[Length(max=300)])
