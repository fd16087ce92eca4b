"""Statuses that may no longer hold: the list for staff, confirming on the page, and the link in a mail."""

from flask import Blueprint

blueprint = Blueprint("statuses", __name__)

from app.statuses import confirming, routes  # noqa: F401
