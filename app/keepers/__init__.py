"""Who keeps which records: the load of each keeper, the review of a record, and handing everything over."""

from flask import Blueprint

from app.keepers.around import keeping

blueprint = Blueprint("keepers", __name__)
blueprint.app_context_processor(lambda: {"keeping": keeping})

from app.keepers import handing, loads, routes  # noqa: F401
