"""The list of initiatives and the page of each."""

from flask import Blueprint

from app.choices import status_label

blueprint = Blueprint("initiatives", __name__)
blueprint.add_app_template_global(status_label)

from app.initiatives import routes  # noqa: F401
