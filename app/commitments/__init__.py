"""Agreements, promises to the council and requests: the list, the page of each, and what happens to them."""

from flask import Blueprint

blueprint = Blueprint("commitments", __name__)

from app.commitments import acts, listing, routes  # noqa: F401
