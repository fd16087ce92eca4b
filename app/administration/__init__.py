"""The index of everything that keeps the records in order."""

from flask import Blueprint

blueprint = Blueprint("administration", __name__)

from app.administration import routes  # noqa: F401
