"""Making, changing, ending and removing records by hand."""

from flask import Blueprint

blueprint = Blueprint("records", __name__)

from app.records import changing, choosing, consents, history, making, states  # noqa: F401
