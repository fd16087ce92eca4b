"""The forms of the acts on a decision: take it, let the clock stand still, let it run again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask_babel import lazy_gettext as _
from wtforms import StringField, TextAreaField
from wtforms.validators import InputRequired

from app.records.fields import DayField
from app.records.forms.state import StateForm
from app.records.messages import message

if TYPE_CHECKING:
    from graph.errors import Invalid

_EMPTY = _("Dit is nog leeg. Vul het in.")


class _ActForm(StateForm):
    """An act with fields of its own; what the graph refuses comes back beside its field."""

    def refuse(self, error: Invalid) -> None:
        """Put what was refused beside the field it is about."""
        if error.field in self:
            self[error.field].errors = [message(error.reason)]
        else:
            self.form_errors.append(message(error.reason))


class DecideForm(_ActForm):
    """What was decided, why, and when."""

    outcome = StringField(
        _("Wat is besloten?"),
        [InputRequired(_EMPTY)],
        description=_("In één zin, bijvoorbeeld: Verleend voor een jaar."),
    )
    reason = TextAreaField(
        _("Waarom?"), [InputRequired(_EMPTY)], description=_("Schrijf het zo dat de initiatiefnemer het begrijpt.")
    )
    decided_on = DayField(_("Op welke dag is besloten?"), _("Vandaag of eerder. Bijvoorbeeld: 15-03-2027"))


class PauseForm(_ActForm):
    """From when the municipality waits for the applicant, and for what."""

    since = DayField(_("Vanaf welke dag staat de klok stil?"), _("Vandaag of eerder. Bijvoorbeeld: 15-03-2027"))
    reason = StringField(
        _("Waarop wacht de gemeente?"),
        [InputRequired(_EMPTY)],
        description=_("Bijvoorbeeld: de tekening ontbreekt. Noem geen personen."),
    )


class ResumeForm(_ActForm):
    """From when the clock runs again."""

    until = DayField(_("Vanaf welke dag loopt de klok weer?"), _("Deze dag telt weer mee als wachten."))
