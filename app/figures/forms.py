"""The form with which those concerned react to a figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask_babel import gettext
from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import SelectField, StringField, TextAreaField

from app.records.messages import message

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.errors import Invalid
    from graph.mentions import Mention


class ReactionForm(FlaskForm):  # type: ignore[misc]
    """Who says what beside a figure."""

    team_id = SelectField(
        _("Van wie is de reactie?"),
        description=_("Een team reageert op het eigen getal. De gemeente reageert op het geheel."),
        validate_choice=False,
    )
    reaction = TextAreaField(
        _("Reactie"),
        description=_("Staat openbaar naast het getal. Laat het leeg om een reactie weg te halen. Noem geen inwoners."),
    )
    reaction_by = StringField(
        _("Namens wie?"), description=_("Een functie of een bestuurder, bijvoorbeeld: Teamleider Groen.")
    )

    def offer(self, teams: Iterable[Mention]) -> None:
        """Let these be chosen, besides the municipality as a whole."""
        self.team_id.choices = [("", gettext("De gemeente")), *((each.id, each.name) for each in teams)]

    def refuse(self, error: Invalid) -> None:
        """Put what was refused beside the field it is about."""
        self[error.field].errors = [message(error.reason)]
