"""Requirements: the list, the page of one, and the answer to the question why."""

from flask import Blueprint

blueprint = Blueprint("requirements", __name__)

from app.requirements import acts, routes  # noqa: F401
