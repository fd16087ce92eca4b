"""The page of one policy note."""

from flask import Blueprint

blueprint = Blueprint("notes", __name__)

from app.notes import routes  # noqa: F401
