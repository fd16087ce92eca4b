"""The initiator's own page: how it stands, and proposing other words for it."""

from flask import Blueprint

blueprint = Blueprint("own", __name__)

from app.own import questions, routes  # noqa: F401
