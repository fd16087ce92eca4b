"""The assessment framework, the assessments made under it, and the report over them."""

from flask import Blueprint

blueprint = Blueprint("assessments", __name__)

from app.assessments import criteria, filling, frameworks, listing, report, telling  # noqa: F401
