"""The forms of the acts on a decision: take it, let the clock stand still, let it run again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask_babel import lazy_gettext as _
from wtforms import HiddenField, StringField, TextAreaField

from app.records.fields import DayField
from app.records.forms.state import StateForm
from app.records.messages import message
from graph.properties import Reason

if TYPE_CHECKING:
    from graph.errors import Invalid


class _ActForm(StateForm):
    """An act with fields of its own, all of which must be filled in; what is refused stands beside its field."""

    def validate(self, extra_validators: object = None) -> bool:
        """Whether every field says something; all that do not are named at once."""
        good = bool(super().validate(extra_validators))
        for field in self:
            if not isinstance(field, HiddenField) and not field.errors and not field.data:
                field.errors = [message(Reason.MISSING)]
                good = False
        return good

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
        description=_("In één zin, bijvoorbeeld: Verleend voor een jaar."),
    )
    reason = TextAreaField(_("Waarom?"), description=_("Schrijf het zo dat de initiatiefnemer het begrijpt."))
    decided_on = DayField(_("Op welke dag is besloten?"), _("Vandaag of eerder. Bijvoorbeeld: 15-03-2026"))


class ReopenForm(_ActForm):
    """Why what was recorded is taken back."""

    because = TextAreaField(
        _("Waarom draait u dit terug?"),
        description=_("Bijvoorbeeld: het besluit hoorde bij een andere aanvraag. Noem geen personen."),
    )


class PauseForm(_ActForm):
    """From when the municipality waits for the applicant, and for what."""

    since = DayField(_("Vanaf welke dag staat de klok stil?"), _("Vandaag of eerder. Bijvoorbeeld: 15-03-2026"))
    reason = StringField(
        _("Waarop wacht de gemeente?"),
        description=_("Bijvoorbeeld: de tekening ontbreekt. Noem geen personen."),
    )


class ResumeForm(_ActForm):
    """From when the clock runs again."""

    until = DayField(_("Vanaf welke dag loopt de klok weer?"), _("Deze dag telt weer mee als wachten."))
