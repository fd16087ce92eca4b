"""The page of one subsidy scheme."""

from flask import Blueprint

blueprint = Blueprint("schemes", __name__)

from app.schemes import routes  # noqa: F401
