"""The public overview: every goal, who answers for it, who contributes."""

from flask import Blueprint

blueprint = Blueprint("overview", __name__)

from app.overview import routes  # noqa: F401
