"""What an initiative probably lacks, to confirm by hand, and who could be involved."""

from flask import Blueprint

blueprint = Blueprint("likely", __name__)

from app.likely import routes  # noqa: F401
