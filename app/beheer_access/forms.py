"""The forms with which access is given."""

from __future__ import annotations

from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import HiddenField, SelectChoice, SelectMultipleField, StringField
from wtforms.validators import UUID, InputRequired, Length
from wtforms.widgets import CheckboxInput

from app.layout import ROLE_LABELS
from graph.rights import Role

LONGEST_MAIL = 320
LONGEST_NAME = 300
CHOICES = [SelectChoice(role.value, label) for role, label in ROLE_LABELS.items()]


class RolesForm(FlaskForm):  # type: ignore[misc]
    """Which roles an account has."""

    roles = SelectMultipleField(_("Rollen"), choices=CHOICES, option_widget=CheckboxInput())

    def chosen(self) -> list[Role]:
        """The roles that were ticked."""
        return [Role(each) for each in self.roles.data or ()]


class AccountForm(RolesForm):
    """A new account; its owner gets a mail to choose a password."""

    id = HiddenField(validators=[InputRequired(), UUID()])
    name = StringField(
        _("Naam"),
        [InputRequired(_("Vul een naam in.")), Length(max=LONGEST_NAME, message=_("Dit is te lang."))],
    )
    email = StringField(
        _("E-mailadres"),
        [InputRequired(_("Vul een e-mailadres in.")), Length(max=LONGEST_MAIL, message=_("Dit is te lang."))],
    )
