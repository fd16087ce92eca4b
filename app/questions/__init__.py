"""Questions to the graph: asked in a sentence, kept under a name, and told when there are new answers."""

from flask import Blueprint

from app.questions import words

blueprint = Blueprint("questions", __name__)
blueprint.app_context_processor(lambda: {"question_words": words})

from app.questions import exporting, keeping, listing, notifying, routes  # noqa: F401
