"""For the administrator: bring in registers, take imports back, and make one record of duplicates."""

from flask import Blueprint

blueprint = Blueprint("imports", __name__)

from app.imports import duplicate_routes, earlier, routes  # noqa: F401
