"""The forms of a bridge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import HiddenField, RadioField, SelectChoice, TextAreaField
from wtforms.validators import DataRequired, Length

from app.bridges.words import REFUSALS

if TYPE_CHECKING:
    from flask_babel import LazyString


def _sentence(label: LazyString) -> TextAreaField:
    """A field for the one sentence that both groups read."""
    return TextAreaField(
        label,
        validators=[
            DataRequired(_("De zin ontbreekt. Schrijf in één zin wat beide groepen willen.")),
            Length(max=1000, message=_("De zin is te lang. Gebruik hoogstens 1000 tekens.")),
        ],
    )


class AskForm(FlaskForm):  # type: ignore[misc]
    """The sentence that both groups read first."""

    text = _sentence(_("De zin die beide groepen lezen"))


class RefuseForm(FlaskForm):  # type: ignore[misc]
    """Why a suggestion is of no use."""

    reason = RadioField(
        _("Reden"),
        description=_("Alleen ‘het onderwerp verschilt te veel’ verandert welke bruggen daarna bovenaan staan."),
        choices=[SelectChoice(value.value, label) for value, label in REFUSALS.items()],
        validators=[DataRequired(_("Kies een reden. Daarmee worden de volgende bruggen beter."))],
    )
    own_words = TextAreaField(
        _("In uw eigen woorden"),
        validators=[Length(max=1000, message=_("De tekst is te lang. Gebruik hoogstens 1000 tekens."))],
    )


class WishForm(FlaskForm):  # type: ignore[misc]
    """What both groups want, in other words; `seen` is how it read when the form was opened."""

    text = _sentence(_("Wat willen beide groepen?"))
    seen = HiddenField()


class OwnWishForm(FlaskForm):  # type: ignore[misc]
    """The same, by who undertakes one of the two."""

    wens = _sentence(_("Wat willen beide groepen?"))
    seen = HiddenField()

    def numbered(self, number: int) -> OwnWishForm:
        """This form as the one with this number: a page can have more of them."""
        self.wens.id, self.seen.id = f"wens-{number}", f"seen-{number}"
        return self


class StepForm(FlaskForm):  # type: ignore[misc]
    """What is to be said with the next step."""

    text = TextAreaField(
        _("Wat wilt u erbij onthouden?"),
        validators=[Length(max=4000, message=_("De tekst is te lang. Gebruik hoogstens 4000 tekens."))],
    )


class StopForm(FlaskForm):  # type: ignore[misc]
    """Why a bridge ended."""

    text = TextAreaField(
        _("Waarom is het gestopt?"),
        validators=[
            DataRequired(_("De reden ontbreekt. Schrijf kort op waarom het stopte.")),
            Length(max=4000, message=_("De tekst is te lang. Gebruik hoogstens 4000 tekens.")),
        ],
    )


class ReopenForm(FlaskForm):  # type: ignore[misc]
    """Why a group that said no is asked again."""

    text = TextAreaField(
        _("Waarom vraagt u het toch opnieuw?"),
        validators=[
            DataRequired(_("De reden ontbreekt. Schrijf op waarom, bijvoorbeeld: zij belden dat zij toch willen.")),
            Length(max=1000, message=_("De tekst is te lang. Gebruik hoogstens 1000 tekens.")),
        ],
    )
