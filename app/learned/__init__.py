"""What came of initiatives, and what they learned."""

from flask import Blueprint

from app.learned import words

blueprint = Blueprint("learned", __name__)
blueprint.add_app_template_global(words.lesson_label)

from app.learned import lesson_routes, result_routes  # noqa: F401
