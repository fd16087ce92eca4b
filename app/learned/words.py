"""Results and lessons in words."""

from __future__ import annotations

from flask_babel import gettext

from app.choices import LESSON_LABELS
from app.formatting import number
from graph.model import LessonKind
from graph.results import COUNTED


def lesson_label(kind: LessonKind | str) -> str:
    """The word for a kind of lesson."""
    return str(LESSON_LABELS[LessonKind(kind)])


def counted(count: int) -> str:
    """`24`, or `meer dan 1.000`."""
    return number(count) if count <= COUNTED else gettext("meer dan %(count)s", count=number(COUNTED))
