"""Missing data, asked one question at a time."""

from flask import Blueprint

blueprint = Blueprint("missing", __name__)

from app.missing import routes  # noqa: F401
