"""The forms of what came of an initiative and of what it learned."""

from __future__ import annotations

from flask_babel import lazy_gettext as _
from wtforms import StringField, TextAreaField

from app.choices import LESSON_LABELS, STATUS_LABELS
from app.records.fields import ChoiceField, DayField
from app.records.forms.base import DAY_HINT, NO_CHOICE, RecordForm, name_field, story_field
from app.records.picking import RecordsField
from graph.links import LinkField
from graph.model import Kind, Link


class ResultForm(RecordForm):
    """A result with the initiative it came of and the goals it counts for."""

    kind = Kind.RESULT

    name = name_field(_("Wat kwam ervan?"), _("In één zin, zoals u het aan de buren vertelt."))
    initiatives = RecordsField(_("Van welk initiatief?"), LinkField(Link.ACHIEVED, Kind.INITIATIVE, outgoing=False))
    goals = RecordsField(_("Voor welke doelen telt het?"), LinkField(Link.COUNTS_FOR, Kind.GOAL))
    indicator = StringField(_("Wat is er geteld of gemeten?"), description=_("Bijvoorbeeld: bezoekers per week."))
    aimed_at = StringField(_("Wat was het streven?"), description=_("Bijvoorbeeld: 40 bezoekers per week."))
    achieved = StringField(_("Wat is het geworden?"), description=_("Bijvoorbeeld: 55 bezoekers per week."))
    reached_on = DayField(_("Op welke dag?"), DAY_HINT)
    without_municipality = TextAreaField(
        _("Wat was zonder de gemeente niet gelukt?"), description=_("Schrijf ook op als er niets was.")
    )
    description = story_field()


class LessonForm(RecordForm):
    """A lesson with who learned it and when it is of use."""

    kind = Kind.LESSON

    name = name_field(_("De les in één zin"), _("Zo dat een ander er iets aan heeft."))
    lesson_kind = ChoiceField(_("Soort"), LESSON_LABELS, NO_CHOICE)
    phase = ChoiceField(_("In welke fase hebt u er iets aan?"), STATUS_LABELS, NO_CHOICE)
    initiatives = RecordsField(_("Wie leerde dit?"), LinkField(Link.LEARNED, Kind.INITIATIVE, outgoing=False))
    themes = RecordsField(_("Thema’s"), LinkField(Link.HAS_THEME, Kind.THEME))
    description = story_field(_("Verhaal"), _("Ook wat niet lukte is de moeite waard."))
