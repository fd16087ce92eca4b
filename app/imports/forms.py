"""The forms with which registers come in."""

from __future__ import annotations

from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from flask_wtf.file import FileField, FileRequired
from wtforms import HiddenField, IntegerField, SelectField
from wtforms.validators import UUID, InputRequired

from graph.imports import profile


class UploadForm(FlaskForm):  # type: ignore[misc]
    """A file, and the profile that says how to read it."""

    file = FileField(_("Bestand"), [FileRequired(_("Kies een bestand."))])
    profile = SelectField(_("Soort gegevens"), [InputRequired(_("Kies wat er in het bestand staat."))])

    def __init__(self) -> None:
        """Offer the shipped profiles."""
        super().__init__()
        self.profile.choices = [(name, profile.load(name).title) for name in profile.names()]


class MergeForm(FlaskForm):  # type: ignore[misc]
    """Which of two records stays, and the versions that the administrator saw."""

    survivor_id = HiddenField(validators=[InputRequired(), UUID()])
    survivor_version = IntegerField(validators=[InputRequired()])
    loser_id = HiddenField(validators=[InputRequired(), UUID()])
    loser_version = IntegerField(validators=[InputRequired()])
