"""Two days beside each other, for the council."""

from flask import Blueprint

blueprint = Blueprint("comparing", __name__)

from app.comparing import routes  # noqa: F401
