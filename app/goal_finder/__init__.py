"""The goal finder: which goals of the municipality an idea could serve."""

from flask import Blueprint

blueprint = Blueprint("goal_finder", __name__)

from app.goal_finder import routes  # noqa: F401
