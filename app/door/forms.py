"""The forms at the door. Each has a field that people do not see: who fills it in is a program."""

from __future__ import annotations

from typing import Any

from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import BooleanField, HiddenField, SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length

from graph.ids import new_id

_LINE, _STORY = 300, 5_000
_TOO_LONG = _("Deze tekst is te lang. Maak de tekst korter.")


def _needed(sentence: Any, longest: int = _LINE) -> list[Any]:
    return [InputRequired(sentence), Length(max=longest, message=_TOO_LONG)]


class LetterForm(FlaskForm):  # type: ignore[misc]
    """What every form at the door asks: who are you, and how can we reach you."""

    id = HiddenField(default=new_id)
    fax = StringField(_("Laat dit veld leeg"))
    sender_name = StringField(_("Uw naam"), _needed(_("Vul uw naam in."), 120))
    sender_email = StringField(
        _("Uw e-mailadres"), _needed(_("Vul uw e-mailadres in."), 254), description=_("Alleen de gemeente ziet dit.")
    )

    @property
    def is_from_a_program(self) -> bool:
        """Whether the field that people do not see was filled in."""
        return bool(self.fax.data)


class SignUpForm(LetterForm):
    """A new initiative."""

    name = StringField(
        _("Naam van het initiatief"),
        _needed(_("Vul de naam van uw initiatief in.")),
        description=_("Zoals het op de poster staat."),
    )
    summary = StringField(
        _("Uw initiatief in één zin"),
        _needed(_("Vertel in één zin wat u doet.")),
        description=_("Wat gebeurt er, en voor wie?"),
    )
    area = SelectField(_("In welke buurt of wijk?"))
    description = TextAreaField(
        _("Wilt u meer vertellen?"), [Length(max=_STORY, message=_TOO_LONG)], description=_("Dit kan ook later.")
    )
    website = StringField(_("Website"), description=_("Begint met https://"))
    goal = HiddenField()
    name_is_public = BooleanField(
        _("Mijn naam mag op de openbare pagina staan"),
        description=_("Kiest u dit niet? Dan staat er ‘1 bewoner’."),
    )


class ClaimForm(LetterForm):
    """This initiative is mine."""

    proof = TextAreaField(
        _("Waaraan zien wij dat dit uw initiatief is?"),
        _needed(_("Vertel kort wat uw rol is."), _STORY),
        description=_("Bijvoorbeeld: ik ben voorzitter van de bewonersvereniging."),
    )
    name_is_public = BooleanField(
        _("Mijn naam mag op de openbare pagina staan"),
        description=_("Kiest u dit niet? Dan staat er ‘1 bewoner’."),
    )


class MessageForm(LetterForm):
    """A message to a team."""

    message = TextAreaField(_("Uw bericht"), _needed(_("Schrijf uw bericht."), _STORY))


class ConfirmForm(FlaskForm):  # type: ignore[misc]
    """One button."""
