"""The forms with which staff answers."""

from __future__ import annotations

from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import HiddenField, TextAreaField
from wtforms.validators import InputRequired, Length

_LONGEST = 5_000


class AcceptForm(FlaskForm):  # type: ignore[misc]
    """Take it over; `version` is the version of the initiative that was on the screen."""

    version = HiddenField()

    @property
    def seen_version(self) -> int:
        """The version this person saw; 0 when that was not sent."""
        text = str(self.version.data or "")
        return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0  # noqa: PLR2004


class RefuseForm(FlaskForm):  # type: ignore[misc]
    """Refuse; who sent it reads the reason."""

    reason = TextAreaField(
        _("Waarom niet?"),
        [
            InputRequired(_("Schrijf waarom. De indiener leest dit.")),
            Length(max=_LONGEST, message=_("Deze tekst is te lang. Maak de tekst korter.")),
        ],
        description=_("De indiener krijgt deze tekst per mail."),
    )
