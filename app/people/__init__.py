"""One person in a public function."""

from flask import Blueprint

blueprint = Blueprint("people", __name__)

from app.people import routes  # noqa: F401
