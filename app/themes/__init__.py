"""The page of one theme."""

from flask import Blueprint

blueprint = Blueprint("themes", __name__)

from app.themes import routes  # noqa: F401
