"""The form with which staff answer why something is required."""

from __future__ import annotations

from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import TextAreaField
from wtforms.validators import InputRequired, Length


class AnswerForm(FlaskForm):  # type: ignore[misc]
    """The answer, in words the initiator understands."""

    answer = TextAreaField(
        _("Antwoord"),
        [
            InputRequired(_("Dit is nog leeg. Schrijf waarom de eis er is, en wat er wél kan.")),
            Length(max=20_000, message=_("Deze tekst is te lang. Maak de tekst korter.")),
        ],
        description=_("Waarom is de eis er, en wat kan er wél? Het initiatief leest dit."),
    )
