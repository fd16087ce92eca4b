"""Bridges on the screen: which there are, why, and what one does with them."""

from flask import Blueprint

blueprint = Blueprint("bridges", __name__)

from app.bridges import acts, ledger, own, partners, routes, weights  # noqa: F401
