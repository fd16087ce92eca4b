"""The page of one area."""

from flask import Blueprint

blueprint = Blueprint("areas", __name__)

from app.areas import routes  # noqa: F401
