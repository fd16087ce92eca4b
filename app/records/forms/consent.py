"""The form for what a person may be contacted for; without an answer it stays "niet gevraagd"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flask_babel import lazy_gettext as _
from wtforms import Form, FormField, SelectChoice, SelectMultipleField, StringField

from app.records.fields import ChoiceField, DayField
from app.records.forms.base import DAY_HINT
from app.records.forms.state import StateForm
from app.records.messages import message
from graph.consents import Channel, Consent
from graph.errors import Invalid
from graph.model import Basis, Purpose
from graph.properties import LONGEST_LINE, Reason, clean_text

if TYPE_CHECKING:
    from collections.abc import Iterable

BASES = {
    Basis.CONSENT: _("Ja, de persoon gaf toestemming"),
    Basis.PUBLIC_TASK: _("Ja, het hoort bij onze taak (de persoon mag bezwaar maken)"),
    Basis.FUNCTION: _("Ja, vanwege de functie"),
}
CHANNELS = {Channel.MAIL: _("E-mail"), Channel.TELEPHONE: _("Telefoon"), Channel.POST: _("Post")}
NOT_ASKED = _("Niet gevraagd, of nee")
PURPOSES = {
    Purpose.INVITATION: _("Uitnodigingen"),
    Purpose.INTRODUCTION: _("Kennismaking met anderen"),
    Purpose.NEWS: _("Nieuws"),
}


class PurposeForm(Form):  # type: ignore[misc]
    """One purpose."""

    basis = ChoiceField(_("Mag dit?"), BASES, NOT_ASKED)
    channels = SelectMultipleField(
        _("Hoe?"), choices=[SelectChoice(each.value, words) for each, words in CHANNELS.items()]
    )
    source = StringField(_("Hoe weten wij dit?"), description=_("Bijvoorbeeld: gesprek op het plein."))
    given_on = DayField(_("Sinds"), DAY_HINT)
    review_on = DayField(_("Opnieuw vragen op"), DAY_HINT)

    def validate(self, extra_validators: Any = None) -> bool:
        """Whether a yes says through which channel, and the ground is one of ours."""
        good = bool(super().validate(extra_validators))
        if self.basis.data and self.basis.data not in set(Basis):
            self.basis.errors = [message(Reason.NOT_A_CHOICE)]
            good = False
        if self.basis.data and not self.channels.data:
            self.channels.errors = [_("Kies hoe u de persoon mag bereiken.")]
            good = False
        try:
            clean_text("source", self.source.data or "", longest=LONGEST_LINE, lines=False)
        except Invalid as error:
            self.source.errors = [message(error.reason)]
            good = False
        return good


class ConsentsForm(StateForm):
    """All purposes."""

    invitation = FormField(PurposeForm, PURPOSES[Purpose.INVITATION])
    introduction = FormField(PurposeForm, PURPOSES[Purpose.INTRODUCTION])
    news = FormField(PurposeForm, PURPOSES[Purpose.NEWS])

    @classmethod
    def of(cls, now: Iterable[Consent]) -> ConsentsForm:
        """The form of a person as it is."""
        data: dict[str, dict[str, Any]] = {}
        for each in now:
            part = data.setdefault(each.purpose.value, {"channels": []})
            part["channels"].append(each.channel.value)
            part |= {"basis": each.basis, "source": each.source, "given_on": each.given_on, "review_on": each.review_on}
        return cls(formdata=None, data=data)

    def consents(self) -> list[Consent]:
        """What was answered, one for each purpose and channel."""
        return [
            Consent(
                purpose=purpose,
                channel=Channel(channel),
                basis=Basis(part.basis.data),
                source=clean_text("source", part.source.data or ""),
                given_on=part.given_on.data,
                review_on=part.review_on.data,
            )
            for purpose in Purpose
            for part in [self[purpose.value].form]
            if part.basis.data
            for channel in part.channels.data
        ]
