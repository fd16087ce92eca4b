"""Meetings: who to invite and why."""

from flask import Blueprint

blueprint = Blueprint("meetings", __name__)

from app.meetings import changing, routes  # noqa: F401
