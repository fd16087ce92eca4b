"""Subsidy schemes: the list, the page of one, and who could apply together."""

from flask import Blueprint

blueprint = Blueprint("schemes", __name__)

from app.schemes import routes, together  # noqa: F401
