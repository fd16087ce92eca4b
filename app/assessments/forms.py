"""The forms of a criterion, of adopting a framework, of filling in an assessment, and of telling its outcome."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import HiddenField, RadioField, SelectChoice, SelectField, StringField, TextAreaField, ValidationError
from wtforms.validators import AnyOf, InputRequired

from app.assessments.words import VERDICTS
from app.choices import OUTCOME_LABELS
from app.records.fields import DayField
from app.records.forms.base import DAY_HINT
from app.records.forms.state import StateForm
from app.records.messages import message
from graph import assessments, clock
from graph.assessments import Draft
from graph.errors import Invalid
from graph.model import Outcome, Verdict
from graph.properties import LONGEST_LINE, Reason, clean_text

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from graph.assessments import Answer, Similar

EMPTY = _("Dit is nog leeg. Vul het in.")
ANSWER_FIRST = _("Kies een antwoord.")
GIVE_REASON = _("Leg uit waarom u dit antwoord geeft.")
PUBLIC = _("Iedereen kan dit lezen. Noem geen namen van mensen.")


class _Text:
    """A validator: the text fits the model."""

    def __init__(self, longest: int | None = None) -> None:
        self.longest = longest

    def __call__(self, form: FlaskForm, field: Any) -> None:
        """Raise ValidationError with the sentence for what is wrong."""
        del form
        try:
            if self.longest:
                clean_text(field.name, field.data or "", longest=self.longest, lines=False)
            else:
                clean_text(field.name, field.data or "", longest=5_000)
        except Invalid as error:
            raise ValidationError(message(error.reason)) from error


class CriterionForm(StateForm):
    """One criterion of a draft."""

    id = HiddenField()
    name = StringField(
        _("Criterium"),
        [InputRequired(_("Dit is nog leeg. Schrijf het criterium op.")), _Text(LONGEST_LINE)],
        description=_("Schrijf het als vraag: Past het bij een doel van de gemeente?"),
    )
    description = TextAreaField(
        _("Uitleg"), [_Text()], description=_("Wat bedoelen wij ermee? Schrijf het zoals u het zou zeggen.")
    )


class AdoptForm(StateForm):
    """When and by whom it was adopted, and where the decision can be read."""

    adopted_on = DayField(_("Vastgesteld op"), DAY_HINT)
    body = SelectField(
        _("Vastgesteld door"), [InputRequired(_("Kies wie het kader vaststelde."))], validate_choice=True
    )
    url = StringField(
        _("Waar is het besluit te lezen?"), description=_("Begint met https://. Bijvoorbeeld het raadsbesluit.")
    )

    @property
    def day(self) -> dt.date:
        """The day that was typed; only after `validate` said that there is one."""
        if self.adopted_on.data is None:
            raise TypeError
        day: dt.date = self.adopted_on.data
        return day

    def validate(self, extra_validators: Any = None) -> bool:
        """Whether there is a day."""
        good = bool(super().validate(extra_validators))
        if not self.adopted_on.errors and self.adopted_on.data is None:
            self.adopted_on.errors = [_("Dit is nog leeg. Vul een datum in.")]
            good = False
        return good


class TellForm(StateForm):
    """How the initiative hears the outcome."""

    how = RadioField(
        _("Hoe hoort het initiatief de uitkomst?"),
        choices=[SelectChoice("mail", _("Stuur nu een mail")), SelectChoice("self", _("Ik heb het zelf verteld"))],
        default="mail",
    )
    told_on = DayField(_("Op welke dag hebt u het verteld?"), DAY_HINT)


class FillForm(StateForm):
    """Answers with reasons, and an outcome; `form_for` adds the fields of each criterion."""

    asked_on = DayField(_("Wanneer vroeg het initiatief om steun?"), DAY_HINT)
    decided_on = DayField(_("Wanneer is het besloten?"), _("Laat leeg als het vandaag is."))
    outcome = RadioField(
        _("Uitkomst"),
        [AnyOf(["", *Outcome], message(Reason.NOT_A_CHOICE))],
        choices=[SelectChoice(each.value, words) for each, words in OUTCOME_LABELS.items()],
        default="",
        validate_choice=False,
    )
    motivation = TextAreaField(_("Motivatie"), [_Text()], description=PUBLIC)
    deviation = TextAreaField(
        _("Waarom wijkt u af van eerdere gevallen?"),
        [_Text()],
        description=_("Alleen nodig als de gevallen die er het meest op lijken een andere uitkomst kregen."),
    )
    questions: Sequence[Answer] = ()

    def answer_field(self, number: int) -> Any:
        """The answer on criterion `number`, from 1."""
        return self[f"antwoord_{number}"]

    def because_field(self, number: int) -> Any:
        """The reason for the answer on criterion `number`."""
        return self[f"reden_{number}"]

    def draft(self) -> Draft:
        """What was filled in, for the graph."""
        answers = {}
        for number, each in enumerate(self.questions, start=1):
            chosen = self.answer_field(number).data
            because = (self.because_field(number).data or "").strip()
            answers[each.criterion_id] = (Verdict(chosen) if chosen else None, because or None)
        return Draft(
            asked_on=self.asked_on.data,
            decided_on=self.decided_on.data,
            outcome=Outcome(self.outcome.data) if self.outcome.data else None,
            motivation=self.motivation.data,
            deviation=self.deviation.data,
            answers=answers,
        )

    def fits(self, *, complete: bool, similar: Sequence[Similar]) -> bool:
        """Whether what was filled in can be kept; with `complete` also whether it can be decided."""
        good = self.validate() and self._days()
        if complete:
            good = self._complete() and good
            if self.outcome.data in set(Outcome) and not (self.deviation.data or "").strip():
                good = self._explained(Outcome(self.outcome.data), similar) and good
        return bool(good)

    def _days(self) -> bool:
        for field in (self.asked_on, self.decided_on):
            if field.data and field.data > clock.today():
                field.errors = [message(Reason.IN_FUTURE)]
        if self.asked_on.data and self.decided_on.data and self.decided_on.data < self.asked_on.data:
            self.decided_on.errors = [_("Deze dag is eerder dan de dag van de vraag. Kies een latere dag.")]
        return not (self.asked_on.errors or self.decided_on.errors)

    def _complete(self) -> bool:
        before = len(self.errors)
        for number in range(1, len(self.questions) + 1):
            answer, because = self.answer_field(number), self.because_field(number)
            if not answer.data:
                answer.errors = [ANSWER_FIRST]
            if not (because.data or "").strip():
                because.errors = [GIVE_REASON]
        if not self.asked_on.errors and self.asked_on.data is None:
            self.asked_on.errors = [_("Dit is nog leeg. Vul een datum in.")]
        if not self.outcome.data:
            self.outcome.errors = [_("Kies een uitkomst.")]
        if not (self.motivation.data or "").strip():
            self.motivation.errors = [_("Leg uit waarom dit de uitkomst is.")]
        return len(self.errors) == before

    def _explained(self, outcome: Outcome, similar: Sequence[Similar]) -> bool:
        if not assessments.deviates(outcome, similar):
            return True
        self.deviation.errors = [message(Reason.DEVIATES)]
        return False


def form_for(questions: Sequence[Answer]) -> type[FillForm]:
    """The form with an answer and a reason for each criterion."""
    fields: dict[str, Any] = {"questions": tuple(questions)}
    for number in range(1, len(questions) + 1):
        fields[f"antwoord_{number}"] = RadioField(
            _("Antwoord op vraag %(number)s", number=number),
            [AnyOf(["", *Verdict], message(Reason.NOT_A_CHOICE))],
            choices=[SelectChoice(verdict.value, words) for verdict, words in VERDICTS.items()],
            default="",
            validate_choice=False,
        )
        fields[f"reden_{number}"] = TextAreaField(
            _("Waarom? (vraag %(number)s)", number=number), [_Text()], description=PUBLIC if number == 1 else ""
        )
    return type("FilledForm", (FillForm,), fields)
