"""The door for initiators: sign up an initiative, claim one, ask to meet, write to the team. Open for everybody."""

from flask import Blueprint

blueprint = Blueprint("door", __name__)

from app.door import claims, introductions, messages, routes  # noqa: F401
