"""Logging in and out, one's own password, and the way back in for who forgot it."""

from flask import Blueprint

blueprint = Blueprint("account", __name__)

from app.account import own, reset, routes  # noqa: F401
