"""The form of a requirement."""

from __future__ import annotations

from flask_babel import lazy_gettext as _
from wtforms import StringField, TextAreaField

from app.records.forms.base import RecordForm, name_field, story_field, yes_field
from app.records.picking import RecordsField
from graph.links import LinkField
from graph.model import Kind, Link


class RequirementForm(RecordForm):
    """A requirement with who sets it and which initiatives must meet it."""

    kind = Kind.REQUIREMENT

    name = name_field(_("Wat is de eis?"), _("Kort en in gewone woorden: ‘een vergunning om te kappen’."))
    why = TextAreaField(_("Waarom is dit nodig?"), description=_("Wat gaat er anders mis, en voor wie?"))
    help_offered = TextAreaField(
        _("Hoe helpt de gemeente?"), description=_("Wie doet wat, en wat kost dit het initiatief dan nog?")
    )
    legally_required = yes_field(
        _("Dit moet volgens de wet"), _("Ook een verordening of bestemmingsplan telt. Anders is het een eigen keuze.")
    )
    legal_basis = StringField(_("Wet en artikel"), description=_("Bijvoorbeeld: Bomenverordening, artikel 3."))
    description = story_field(_("Wat vragen wij precies?"))
    departments = RecordsField(_("Welk team stelt de eis?"), LinkField(Link.SETS, Kind.DEPARTMENT, outgoing=False))
    initiatives = RecordsField(
        _("Voor welke initiatieven geldt dit?"), LinkField(Link.MUST_MEET, Kind.INITIATIVE, outgoing=False)
    )
