"""Access, for administrators: who can log in, with which roles."""

from flask import Blueprint

blueprint = Blueprint("beheer_access", __name__, url_prefix="/beheer/toegang")

from app.beheer_access import routes  # noqa: F401
