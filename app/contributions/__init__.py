"""Contributions: the list, the totals, and the page of one."""

from flask import Blueprint

blueprint = Blueprint("contributions", __name__)

from app.contributions import adding, routes  # noqa: F401
