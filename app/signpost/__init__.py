"""The signpost: the right place to ask."""

from flask import Blueprint

blueprint = Blueprint("signpost", __name__)

from app.signpost import missed, routes, staff  # noqa: F401
