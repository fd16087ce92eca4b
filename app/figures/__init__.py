"""What the town did, for everybody, and the figures that the municipality chose to publish of itself."""

from flask import Blueprint

blueprint = Blueprint("figures", __name__)

from app.figures import routes, switching  # noqa: F401
