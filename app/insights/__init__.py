"""What the network tells, in sentences."""

from flask import Blueprint

blueprint = Blueprint("insights", __name__)

from app.insights import routes  # noqa: F401
