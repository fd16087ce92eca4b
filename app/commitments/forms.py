"""The forms of what happens to a commitment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flask_babel import lazy_gettext as _
from wtforms import BooleanField, RadioField, SelectChoice, TextAreaField
from wtforms.validators import InputRequired, Length

from app.records.fields import DayField
from app.records.forms.state import StateForm
from app.records.messages import message
from graph.commitments import NewTerm

if TYPE_CHECKING:
    import datetime as dt

    from flask_babel import LazyString

    from graph.errors import Invalid

DAY_HINT = _("Bijvoorbeeld: 15-03-2027")
NO_DAY = _("Dit is nog leeg. Vul een datum in.")
TOO_LONG = _("Deze tekst is te lang. Maak de tekst korter.")
LONGEST = 1_000
BY_MAIL, BY_OURSELVES = "mail", "zelf"


class ActForm(StateForm):
    """What happened, with the version that was seen."""

    def refuse(self, error: Invalid) -> None:
        """Put what the graph refused beside the field it is about; raises `error` when there is no such field."""
        if error.field not in self:
            raise error
        self.say(error.field, message(error.reason))

    def say(self, name: str, sentence: LazyString) -> bool:
        """Put `sentence` beside the field `name`."""
        self[name].errors = [*self[name].errors, sentence]
        return False


class AgreedForm(ActForm):
    """A term, and on which day it was agreed; a subclass adds `reason`."""

    on = DayField(_("Vóór welke dag is het klaar?"), DAY_HINT)
    no_term = BooleanField(_("Er is geen termijn afgesproken"))
    set_on = DayField(_("Op welke dag is dit afgesproken?"), _("Vandaag of eerder. Bijvoorbeeld: 15-03-2026"))

    @property
    def term(self) -> NewTerm:
        """What was typed."""
        return NewTerm(self.on.data, self.reason.data, self.set_on.data)

    def validate(self, extra_validators: Any = None) -> bool:
        """Whether it is a day or no day at all, and not both, and says when that was agreed."""
        good = bool(super().validate(extra_validators))
        if not self.set_on.errors and not self.set_on.data:
            good = self.say("set_on", NO_DAY)
        if self.on.data and self.no_term.data:
            return self.say("on", _("U vulde een dag in en koos ook ‘geen termijn’. Kies een van de twee."))
        if not self.on.errors and not self.on.data and not self.no_term.data:
            return self.say("on", _("Vul een datum in, of kies ‘Er is geen termijn afgesproken’."))
        return good


class TermForm(AgreedForm):
    """Another term and why."""

    reason = TextAreaField(
        _("Waarom is er een nieuwe termijn?"),
        [
            InputRequired(_("Dit is nog leeg. Schrijf waarom, want het initiatief leest dit ook.")),
            Length(max=LONGEST, message=TOO_LONG),
        ],
        description=_("Iedereen kan dit lezen. Noem geen namen van mensen."),
    )


class CorrectForm(AgreedForm):
    """What a term that was written down wrong should have been, and what was wrong with it."""

    reason = TextAreaField(
        _("Wat was er verkeerd?"),
        [
            InputRequired(_("Dit is nog leeg. Schrijf wat er verkeerd was.")),
            Length(max=LONGEST, message=TOO_LONG),
        ],
        description=_("Medewerkers lezen dit bij wat er gewijzigd is. Noem geen namen van mensen."),
    )


class TellForm(ActForm):
    """How and when the initiative was told."""

    how = RadioField(
        _("Hoe vertelt u het?"),
        [InputRequired(_("Kies hoe u het vertelt."))],
        choices=[
            SelectChoice(BY_MAIL, _("Stuur nu een mail")),
            SelectChoice(BY_OURSELVES, _("Ik heb het zelf al verteld")),
        ],
    )
    words = TextAreaField(
        _("Wat wilt u erbij zeggen?"),
        [Length(max=LONGEST, message=TOO_LONG)],
        description=_("Dit komt in de mail, onder de feiten."),
    )
    told_on = DayField(_("Verteld op"), _("Vul dit in als u het zelf al vertelde. Bijvoorbeeld: 15-03-2027"))

    @property
    def by_mail(self) -> bool:
        """Whether a mail goes out."""
        return bool(self.how.data == BY_MAIL)

    def day(self, today: dt.date) -> dt.date:
        """The day it was told: today by mail."""
        return today if self.by_mail or self.told_on.data is None else self.told_on.data

    def validate(self, extra_validators: Any = None) -> bool:
        """Whether there is a day when it was told without a mail."""
        good = bool(super().validate(extra_validators))
        if self.how.data == BY_OURSELVES and not self.told_on.errors and not self.told_on.data:
            return self.say("told_on", NO_DAY)
        return good


class KeepForm(ActForm):
    """When it was kept, and what shows it."""

    kept_on = DayField(_("Nagekomen op"), DAY_HINT)
    evidence = TextAreaField(
        _("Waaruit blijkt dat?"),
        [InputRequired(_("Dit is nog leeg. Schrijf waaruit het blijkt.")), Length(max=LONGEST, message=TOO_LONG)],
        description=_("Bijvoorbeeld een foto, een brief of wie het zag. Iedereen kan dit lezen."),
    )

    def validate(self, extra_validators: Any = None) -> bool:
        """Whether there is a day."""
        good = bool(super().validate(extra_validators))
        if not self.kept_on.errors and not self.kept_on.data:
            return self.say("kept_on", NO_DAY)
        return good
