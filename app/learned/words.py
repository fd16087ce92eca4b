"""Results and lessons in words."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

from app.choices import LESSON_LABELS
from graph import lessons, results
from graph.model import LessonKind

RESULT_ORDERS = {
    results.Order.NEWEST: _("Nieuwste eerst"),
    results.Order.OLDEST: _("Oudste eerst"),
    results.Order.NAME: _("Op naam"),
}
LESSON_ORDERS = {
    lessons.Order.NEWEST: _("Nieuwste eerst"),
    lessons.Order.NAME: _("Op naam"),
}


def lesson_label(kind: LessonKind | str) -> str:
    """The word for a kind of lesson."""
    return str(LESSON_LABELS[LessonKind(kind)])
