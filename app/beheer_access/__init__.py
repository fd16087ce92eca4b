"""Access, for administrators: who can log in, with which roles."""

from flask import Blueprint

blueprint = Blueprint("beheer_access", __name__, url_prefix="/beheer")

from app.beheer_access import listing, routes  # noqa: F401
