"""Whether the site and its database answer, for who keeps watch."""

from flask import Blueprint

blueprint = Blueprint("health", __name__)

from app.health import routes  # noqa: F401
