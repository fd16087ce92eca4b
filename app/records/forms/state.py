"""The forms that put a record in another state: one press, with the version that was seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import HiddenField

from app.records.fields import DayField

if TYPE_CHECKING:
    import datetime as dt

LONGEST_VERSION = 10


def seen_version(text: str | int | None) -> int:
    """The version in a form; 0, which no record has, when none was sent."""
    sent = str(text or "")
    return int(sent) if sent.isascii() and sent.isdigit() and len(sent) < LONGEST_VERSION else 0


class StateForm(FlaskForm):  # type: ignore[misc]
    """One press."""

    version = HiddenField()

    @property
    def seen_version(self) -> int:
        """The version this person saw."""
        return seen_version(self.version.data)


class EndForm(StateForm):
    """From which day the record no longer counts."""

    on = DayField(_("Vanaf welke dag telt het niet meer mee?"), _("Bijvoorbeeld vandaag."))

    @property
    def day(self) -> dt.date:
        """The day that was typed; only after `validate` said that there is one."""
        if self.on.data is None:
            raise TypeError
        day: dt.date = self.on.data
        return day

    def validate(self, extra_validators: object = None) -> bool:
        """Whether there is a day."""
        good = bool(super().validate(extra_validators))
        if good and self.on.data is None:
            self.on.errors = [_("Dit is nog leeg. Vul een datum in.")]
            return False
        return good
