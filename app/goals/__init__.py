"""The page of one goal."""

from flask import Blueprint

blueprint = Blueprint("goals", __name__)

from app.goals import routes  # noqa: F401
