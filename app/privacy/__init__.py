"""What is kept of people: to show, to take along, to erase, and to let go of in time."""

from flask import Blueprint

blueprint = Blueprint("privacy", __name__)

from app.privacy import erasing, retaining, showing  # noqa: F401
