"""The forms of an account; what is wrong with a password is said by `weakness`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask_babel import gettext
from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import HiddenField, PasswordField, StringField
from wtforms.validators import InputRequired, Length

from graph.passwords import SHORTEST, Weakness

if TYPE_CHECKING:
    from graph.errors import Invalid

LONGEST_NAME = 320


class LoginForm(FlaskForm):  # type: ignore[misc]
    """Log in."""

    email = StringField(
        _("E-mailadres"),
        [InputRequired(_("Vul uw e-mailadres in.")), Length(max=LONGEST_NAME, message=_("Dit is te lang."))],
    )
    password = PasswordField(_("Wachtwoord"), [InputRequired(_("Vul uw wachtwoord in."))])
    next = HiddenField()


class ForgottenForm(FlaskForm):  # type: ignore[misc]
    """Ask for a link to choose another password."""

    email = StringField(
        _("E-mailadres"),
        [InputRequired(_("Vul uw e-mailadres in.")), Length(max=LONGEST_NAME, message=_("Dit is te lang."))],
    )


class NewPasswordForm(FlaskForm):  # type: ignore[misc]
    """Choose a password with the link from the mail."""

    password = PasswordField(
        _("Nieuw wachtwoord"),
        [InputRequired(_("Vul een wachtwoord in."))],
        description=_("Minstens 12 tekens. Een paar losse woorden achter elkaar is goed."),
    )


class ChangePasswordForm(FlaskForm):  # type: ignore[misc]
    """Choose another password, knowing the present one."""

    old_password = PasswordField(_("Uw wachtwoord van nu"), [InputRequired(_("Vul uw wachtwoord van nu in."))])
    password = PasswordField(
        _("Nieuw wachtwoord"),
        [InputRequired(_("Vul een wachtwoord in."))],
        description=_("Minstens 12 tekens. Een paar losse woorden achter elkaar is goed."),
    )


def weakness(error: Invalid) -> str:
    """What is wrong with a password, and what to do."""
    if error.reason == Weakness.TOO_SHORT:
        sentence = gettext("Dit wachtwoord is te kort. Kies minstens %(count)s tekens.", count=SHORTEST)
    elif error.reason == Weakness.TOO_LONG:
        sentence = gettext("Dit wachtwoord is te lang. Kies er een van hoogstens 1000 tekens.")
    elif error.reason == Weakness.WRONG:
        sentence = gettext("Dit is niet uw wachtwoord van nu. Vul het opnieuw in.")
    else:
        sentence = gettext("Dit wachtwoord is makkelijk te raden. Kies een paar woorden die niet bij elkaar horen.")
    return str(sentence)
