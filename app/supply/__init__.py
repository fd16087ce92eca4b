"""What is sought and offered in town: the market, the page of one need or offer, and rings."""

from flask import Blueprint

blueprint = Blueprint("supply", __name__)

from app.supply import words

blueprint.app_context_processor(lambda: {"supply_words": words})
blueprint.add_app_template_filter(words.first_up)

from app.supply import exporting, rings, routes  # noqa: F401
