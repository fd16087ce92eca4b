"""The forms of an assessment framework and of the frame of an assessment; its answers have a page of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flask_babel import lazy_gettext as _
from wtforms import StringField, TextAreaField

from app.records.fields import DayField
from app.records.forms.base import DAY_HINT, EMPTY, RecordForm, name_field, story_field
from app.records.picking import RecordsField
from graph.links import LinkField
from graph.model import FrameworkState, Kind, Link

if TYPE_CHECKING:
    from collections.abc import Mapping


class AssessmentFrameworkForm(RecordForm):
    """A draft of the framework; its criteria are written on its own page, and adopting it is an act of its own."""

    kind = Kind.ASSESSMENT_FRAMEWORK

    name = name_field(_("Naam van het kader"), _("Bijvoorbeeld: Afwegingskader initiatieven 2027."))
    description = story_field(_("Waar is het kader voor?"))
    vision = TextAreaField(
        _("Visie"), description=_("Wat wil de gemeente met initiatieven, en waarom weegt zij zo af?")
    )
    url = StringField(_("Waar is het kader te lezen?"), description=_("Begint met https://"))

    def properties(self, before: Mapping[str, Any] = EMPTY) -> dict[str, Any]:
        """What was typed; a new framework is a draft."""
        return super().properties(before) | {"framework_state": before.get("framework_state") or FrameworkState.DRAFT}


class AssessmentForm(RecordForm):
    """Which initiative is weighed against which version of the framework."""

    kind = Kind.ASSESSMENT

    name = name_field(_("Naam van de afweging"), _("Bijvoorbeeld: Afweging over Opfleuren Duinplein."))
    asked_on = DayField(_("Wanneer vroeg het initiatief om steun?"), DAY_HINT)
    initiative = RecordsField(_("Over welk initiatief?"), LinkField(Link.JUDGES, Kind.INITIATIVE), single=True)
    framework = RecordsField(
        _("Met welk afwegingskader?"), LinkField(Link.UNDER, Kind.ASSESSMENT_FRAMEWORK), single=True
    )

    def validate(self, extra_validators: Any = None) -> bool:
        """Both ends must be there: without them there is nothing to weigh."""
        good = super().validate(extra_validators)
        if not self.initiative.data:
            self.initiative.errors = [_("Kies het initiatief waar het over gaat.")]
            good = False
        if not self.framework.data:
            self.framework.errors = [_("Kies een afwegingskader dat de raad heeft vastgesteld.")]
            good = False
        return good
