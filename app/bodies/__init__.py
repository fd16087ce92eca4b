"""The page of the council, the college or a committee."""

from flask import Blueprint

blueprint = Blueprint("bodies", __name__)

from app.bodies import routes  # noqa: F401
