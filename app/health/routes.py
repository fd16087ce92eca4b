"""One address for machines that keep watch: a proxy, a container, `bruggenbouwer doctor`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import jsonify

from app.access import public
from app.database import graph
from app.health import blueprint
from graph import schema
from graph.errors import Unavailable

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue


@blueprint.get("/gezond")
@public
def answer() -> ResponseReturnValue:
    """That this is Bruggenbouwer and whether its database answers a query, with 503 when not; nothing of the data."""
    try:
        graph().read(schema.holds_records)
    except Unavailable:
        return jsonify(program="bruggenbouwer", database="away"), 503
    return jsonify(program="bruggenbouwer", database="answers")
