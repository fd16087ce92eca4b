"""Sharing: a ready text, a QR code, feeds, and what search engines may read; nothing follows anybody."""

from flask import Blueprint

from app.sharing import around, outside

blueprint = Blueprint("sharing", __name__)
blueprint.add_app_template_global(outside.outside)
blueprint.add_app_template_global(around.shared_here)

from app.sharing import broken, routes  # noqa: F401
