"""The page of one team of the municipality."""

from flask import Blueprint

blueprint = Blueprint("departments", __name__)

from app.departments import routes  # noqa: F401
