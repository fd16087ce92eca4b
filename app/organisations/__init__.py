"""The list of organisations and the page of each."""

from flask import Blueprint

blueprint = Blueprint("organisations", __name__)

from app.organisations import routes  # noqa: F401
