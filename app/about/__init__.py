"""The standing pages of the footer: accessibility, privacy, open data."""

from flask import Blueprint

blueprint = Blueprint("about", __name__)

from app.about import routes  # noqa: F401
