"""What an initiator can propose."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import HiddenField, SelectChoice, SelectField, StringField, TextAreaField
from wtforms.validators import Length

from app.choices import STATUS_LABELS
from graph.ids import new_id

if TYPE_CHECKING:
    from graph.submissions import OwnInitiative

_LONG = 20_000
_TOO_LONG = _("Deze tekst is te lang. Maak de tekst korter.")


class ProposalForm(FlaskForm):  # type: ignore[misc]
    """Other words for an own initiative; the names are those of the properties."""

    id = HiddenField()
    version = HiddenField()
    summary = StringField(_("In één zin"), description=_("Wat gebeurt er, en voor wie?"))
    description = TextAreaField(
        _("Verhaal"), [Length(max=_LONG, message=_TOO_LONG)], description=_("Schrijf het zoals u het zou vertellen.")
    )
    status = SelectField(
        _("Status"),
        choices=[
            SelectChoice("", _("Nog niet gekozen")),
            *(SelectChoice(each.value, label) for each, label in STATUS_LABELS.items()),
        ],
    )
    website = StringField(_("Website"), description=_("Begint met https://"))
    channels = TextAreaField(_("Sociale media"), description=_("Eén adres per regel."))
    note = TextAreaField(
        _("Wilt u er iets bij zeggen?"),
        [Length(max=5_000, message=_TOO_LONG)],
        description=_("Alleen de gemeente leest dit. Bijvoorbeeld wat u zoekt of wat er niet klopt."),
    )

    @classmethod
    def of(cls, initiative: OwnInitiative) -> ProposalForm:
        """The form with what stands there now."""
        data = {name: initiative.now(name) for name in ("summary", "description", "status", "website")}
        data |= {"channels": "\n".join(initiative.channels), "id": new_id(), "version": initiative.version}
        return cls(formdata=None, data=data | {"status": initiative.status.value if initiative.status else ""})

    @property
    def seen_version(self) -> int:
        """The version this person saw; 0 when that was not sent."""
        text = str(self.version.data or "")
        return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0  # noqa: PLR2004

    def properties(self) -> dict[str, Any]:
        """The values for the graph; only what this form asks, and only what was sent."""
        given = {name: self[name].data for name in ("summary", "description", "status", "website")}
        lines = (self.channels.data or "").splitlines()
        return given | {"channels": [each for each in lines if each.strip()]}
