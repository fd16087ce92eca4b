"""Where everybody begins: the public start, and the day of who logged in."""

from flask import Blueprint

blueprint = Blueprint("start", __name__)

from app.start import routes  # noqa: F401
