"""The form for what a person may be contacted for: yes on a ground, no, or not asked."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any

from flask_babel import lazy_gettext as _
from wtforms import Form, FormField, SelectChoice, SelectMultipleField, StringField
from wtforms.widgets import CheckboxInput

from app.records.fields import ChoiceField, DayField
from app.records.forms.base import DAY_HINT
from app.records.forms.state import StateForm
from app.records.messages import message
from graph import clock
from graph.consents import Channel, Consent, Refusal
from graph.errors import Invalid
from graph.invitations import candidates
from graph.model import Basis, Link, PersonKind, Purpose
from graph.properties import LONGEST_LINE, Reason, clean_text

if TYPE_CHECKING:
    from flask_babel import LazyString

    from app.records.reading import Loaded
    from graph.consents import Answers


class Refused(StrEnum):
    """The answer that is no ground."""

    NO = "no"


ANSWERS: dict[StrEnum, LazyString] = {
    Refused.NO: _("Nee"),
    Basis.CONSENT: _("Ja, de persoon gaf toestemming"),
    Basis.PUBLIC_TASK: _("Ja, het hoort bij onze taak (de persoon mag bezwaar maken)"),
    Basis.FUNCTION: _("Ja, vanwege de functie"),
}
CHANNELS = {Channel.MAIL: _("E-mail"), Channel.TELEPHONE: _("Telefoon"), Channel.POST: _("Post")}
NOT_ASKED = _("Niet gevraagd")
PURPOSES = {
    Purpose.INVITATION: _("Uitnodigingen"),
    Purpose.INTRODUCTION: _("Kennismaking met anderen"),
    Purpose.NEWS: _("Nieuws"),
}
WITHOUT_GROUND = _("Zonder antwoord staat het op ‘niet gevraagd’. Dan benaderen wij niemand.")
# What a function is a ground for, by whether it makes an introducer (graph.bridges) and whether it is known where
# somebody works (graph.invitations).
BY_FUNCTION = {
    (True, True): _(
        "Niet gevraagd? Dan is de functie zelf de grond: wij mogen deze persoon uitnodigen, en vragen om groepen aan "
        "elkaar voor te stellen, tot die nee zegt. Voor nieuws is een ja nodig."
    ),
    (True, False): _(
        "Niet gevraagd? Dan is de functie zelf de grond: wij mogen deze persoon vragen om groepen aan elkaar voor te "
        "stellen, tot die nee zegt. Voor uitnodigingen en nieuws is een ja nodig."
    ),
    (False, True): _(
        "Niet gevraagd? Dan is de functie zelf de grond: wij mogen deze persoon uitnodigen, tot die nee zegt. "
        "Voor kennismaking en nieuws is een ja nodig."
    ),
}


def without_answer(person: Loaded) -> LazyString:
    """What holds for who was not asked: of people in a function, what they may be contacted for in it."""
    kind = person.now.properties.get("person_kind")
    works = kind in candidates.IN_FUNCTION and any(
        each.link is Link.WORKS_FOR and each.outgoing for each in person.links
    )
    return BY_FUNCTION.get((kind in {PersonKind.OFFICIAL, PersonKind.ALDERMAN}, works), WITHOUT_GROUND)


class PurposeForm(Form):  # type: ignore[misc]
    """One purpose."""

    basis = ChoiceField(_("Mag dit?"), ANSWERS, NOT_ASKED)
    channels = SelectMultipleField(
        _("Hoe?"),
        choices=[SelectChoice(each.value, words) for each, words in CHANNELS.items()],
        option_widget=CheckboxInput(),
    )
    source = StringField(_("Hoe weten wij dit?"), description=_("Bijvoorbeeld: gesprek op het plein."))
    given_on = DayField(_("Sinds"), DAY_HINT)
    review_on = DayField(_("Opnieuw vragen op"), DAY_HINT)

    def validate(self, extra_validators: Any = None) -> bool:
        """Whether a yes says through which channel, a no is of today or before, and the ground is one of ours."""
        good = bool(super().validate(extra_validators))
        if self.basis.data and self.basis.data not in set(ANSWERS):
            self.basis.errors = [message(Reason.NOT_A_CHOICE)]
            good = False
        if self.is_no and self.given_on.data and self.given_on.data > clock.today():
            self.given_on.errors = [message(Reason.IN_FUTURE)]
            good = False
        if self.basis.data and not self.is_no and not self.channels.data:
            self.channels.errors = [_("Kies hoe u de persoon mag bereiken.")]
            good = False
        try:
            clean_text("source", self.source.data or "", longest=LONGEST_LINE, lines=False)
        except Invalid as error:
            self.source.errors = [message(error.reason)]
            good = False
        return good

    @property
    def is_no(self) -> bool:
        """Whether the person said no."""
        return bool(self.basis.data == Refused.NO)


class ConsentsForm(StateForm):
    """All purposes."""

    invitation = FormField(PurposeForm, PURPOSES[Purpose.INVITATION])
    introduction = FormField(PurposeForm, PURPOSES[Purpose.INTRODUCTION])
    news = FormField(PurposeForm, PURPOSES[Purpose.NEWS])

    @classmethod
    def of(cls, said: Answers) -> ConsentsForm:
        """The form of a person as it is; what was answered was asked, so there that choice is left out."""
        data: dict[str, dict[str, Any]] = {}
        for each in said.allowed:
            part = data.setdefault(each.purpose.value, {"channels": []})
            part["channels"].append(each.channel.value)
            part |= {"basis": each.basis, "source": each.source, "given_on": each.given_on, "review_on": each.review_on}
        for no in said.refused:
            data[no.purpose.value] = {
                "basis": Refused.NO,
                "source": no.source,
                "given_on": no.given_on,
                "review_on": no.review_on,
            }
        form = cls(formdata=None, data=data)
        for purpose in data:
            form[purpose].form.basis.choices = form[purpose].form.basis.choices[1:]
        return form

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
            if part.basis.data and not part.is_no
            for channel in part.channels.data
        ]

    def refusals(self) -> list[Refusal]:
        """The purposes for which the person said no."""
        return [
            Refusal(
                purpose=purpose,
                given_on=part.given_on.data,
                source=clean_text("source", part.source.data or ""),
                review_on=part.review_on.data,
            )
            for purpose in Purpose
            for part in [self[purpose.value].form]
            if part.is_no
        ]
