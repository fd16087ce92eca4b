"""The waiting room: what initiatives wait for, and the page of each decision."""

from flask import Blueprint

from app.decisions import words

blueprint = Blueprint("decisions", __name__)
blueprint.add_app_template_global(words.kind_label, "decision_kind_label")
blueprint.add_app_template_global(words.level_label, "decision_level_label")

from app.decisions import acts, routes, times  # noqa: F401
