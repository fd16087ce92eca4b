"""A contact in words that tell nothing of what was said: for lists and files where reading it is not noted."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from flask_babel import gettext

from app.choices import INTERACTION_LABELS
from app.formatting import day
from app.kinds import look
from graph.model import Kind

if TYPE_CHECKING:
    from graph.keepers import Kept, Move
    from graph.mentions import Mention, Spoken


def spoken_words(spoken: Spoken) -> str:
    """`Telefoongesprek van 3 maart 2026`; without the day where it is not known."""
    kind = str(INTERACTION_LABELS[spoken.kind] if spoken.kind else look(Kind.INTERACTION).label)
    return gettext("%(kind)s van %(on)s", kind=kind, on=day(spoken.day)) if spoken.day else kind


def called(each: Kept | Move) -> Mention:
    """The record by its name, and a contact by its kind and day."""
    return replace(each.mention, name=spoken_words(each.spoken)) if each.spoken else each.mention
