"""The network as a drawing and as an equal table."""

from flask import Blueprint

blueprint = Blueprint("network", __name__)

from app.network import opgave, routes  # noqa: F401
