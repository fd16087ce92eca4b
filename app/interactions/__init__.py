"""Interactions: recording them in two clicks, from a mail, and the list with open next steps."""

from flask import Blueprint

from app.choices import INTERACTION_LABELS
from app.interactions.forms import QuickForm
from app.spoken import called, spoken_words
from graph.model import InteractionKind

blueprint = Blueprint("interactions", __name__)


def interaction_label(kind: InteractionKind | str) -> str:
    """The word for a kind of interaction; raises ValueError when there is none."""
    return str(INTERACTION_LABELS[InteractionKind(kind)])


blueprint.add_app_template_global(interaction_label)
blueprint.add_app_template_global(called)
blueprint.add_app_template_global(spoken_words)
blueprint.add_app_template_global(QuickForm.empty, "quick_interaction")

from app.interactions import acts, routes  # noqa: F401
