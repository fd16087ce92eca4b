"""The forms: what a question is about, under which name it is kept, and who is told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flask_babel import gettext
from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import HiddenField, RadioField, SelectChoice, SelectField, StringField
from wtforms.validators import DataRequired, InputRequired, Length

from app.access import current_actor
from app.choices import SUPPLY_LABELS
from app.database import graph
from app.questions.words import DAILY, GONE, LABELS, MISSING, NAMES, NUMBERS, WEEKDAYS
from graph import questions
from graph.properties import Reason
from graph.questions import KINDS, SHAPES, Parameter

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.errors import Invalid
    from graph.model import Kind
    from graph.questions import Ask
    from graph.questions.alerts import Reviewer

FOR_ME, FOR_ALL = "mij", "allen"


class KeepForm(FlaskForm):  # type: ignore[misc]
    """The name of a question, and for whom it is."""

    id = HiddenField()
    version = HiddenField()
    naam = StringField(
        _("Naam"),
        description=_("Bijvoorbeeld: Bijen zonder gedeelde partner"),
        validators=[
            DataRequired(_("De naam ontbreekt. Geef de vraag een naam die u herkent.")),
            Length(max=300, message=_("De naam is te lang. Gebruik hoogstens 300 tekens.")),
        ],
    )
    voor = RadioField(
        _("Voor wie?"),
        choices=[SelectChoice(FOR_ME, _("Voor mij")), SelectChoice(FOR_ALL, _("Voor alle collega’s"))],
        default=FOR_ME,
        validators=[InputRequired(_("Kies voor wie de vraag is."))],
    )


class AlertForm(FlaskForm):  # type: ignore[misc]
    """Who is told of new answers, and how often."""

    wie = SelectField(_("Wie krijgt de mail?"), validators=[InputRequired(_("Kies een collega."))])
    hoe_vaak = SelectField(
        _("Hoe vaak?"),
        choices=[SelectChoice("0", DAILY), *(SelectChoice(str(day), words) for day, words in WEEKDAYS.items())],
        validators=[InputRequired()],
    )

    def offer(self, reviewers: list[Reviewer]) -> None:
        """Offer these colleagues, oneself first."""
        own = current_actor().account_id
        ranked = sorted(reviewers, key=lambda each: each.account_id != own)
        self.wie.choices = [
            SelectChoice(
                each.account_id, gettext("%(name)s (u zelf)", name=each.name) if each.account_id == own else each.name
            )
            for each in ranked
        ]


def parameters_form(ask: Ask, values: Mapping[str, Any], *, csrf: bool = False) -> FlaskForm:
    """The parameters of a question as fields, filled with `values` by their names in the address."""
    shape = SHAPES[ask]
    fields = {NAMES[each]: _field(ask, each, required=each in shape.required) for each in shape.parameters}
    made: type[FlaskForm] = type("ParametersForm", (FlaskForm,), fields)
    given = {name: values.get(name) or ("" if name != NAMES[Parameter.NUMBER] else shape.usual) for name in fields}
    return made(formdata=None, data=given, meta={"csrf": csrf})


def refuse(form: FlaskForm, ask: Ask, error: Invalid) -> None:
    """Say at its field what is wrong with a parameter, and what to do."""
    parameter = Parameter(error.field)
    field, shape = form[NAMES[parameter]], SHAPES[ask]
    if parameter is Parameter.NUMBER:
        words = gettext("Vul een heel getal in van %(least)s tot en met %(most)s.", least=shape.least, most=shape.most)
    elif error.reason == Reason.MISSING:
        words = str(MISSING[parameter])
    else:
        words = str(GONE)
    field.errors = [words]


def _field(ask: Ask, parameter: Parameter, *, required: bool) -> Any:
    validators = [InputRequired()] if required else []
    if parameter is Parameter.NUMBER:
        return StringField(NUMBERS[ask], validators=validators)
    if parameter is Parameter.KIND:
        kinds = [SelectChoice(each.value, label) for each, label in SUPPLY_LABELS.items()]
        return SelectField(
            LABELS[parameter], choices=[SelectChoice("", _("Elke soort")), *kinds], validators=validators
        )
    first = _("Kies uit de lijst") if required else _("Maakt niet uit")
    options = [SelectChoice("", first), *_records(KINDS[parameter])]
    return SelectField(LABELS[parameter], choices=options, validators=validators, validate_choice=False)


def _records(kinds: tuple[Kind, ...]) -> list[SelectChoice]:
    found = graph().read(questions.choices, actor=current_actor(), kinds=kinds)
    return [SelectChoice(each.id, f"{each.name} ({each.detail})" if each.detail else each.name) for each in found]
