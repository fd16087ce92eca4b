"""Results and lessons in words."""

from __future__ import annotations

from app.choices import LESSON_LABELS
from graph.model import LessonKind


def lesson_label(kind: LessonKind | str) -> str:
    """The word for a kind of lesson."""
    return str(LESSON_LABELS[LessonKind(kind)])
