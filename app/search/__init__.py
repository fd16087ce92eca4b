"""One box for everything."""

from flask import Blueprint

blueprint = Blueprint("search", __name__)

from app.search import routes  # noqa: F401
