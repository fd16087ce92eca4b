"""Sharing: a ready text, a QR code, feeds, and what search engines may read; nothing follows anybody."""

from flask import Blueprint

from app.sharing import outside

blueprint = Blueprint("sharing", __name__)
blueprint.add_app_template_global(outside.outside)

from app.sharing import broken, routes  # noqa: F401
