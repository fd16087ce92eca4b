"""Routes that exist for every kind of record: `/doelen/<record_id>/wijzigen`, `/themas/…` and so on."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from app.addresses import FOLDER
from app.records import blueprint

if TYPE_CHECKING:
    from collections.abc import Callable

    from flask.typing import ResponseReturnValue

View = TypeVar("View", bound="Callable[..., ResponseReturnValue]")


def for_each_kind(rest: str, *methods: str) -> Callable[[View], View]:
    """Route `/<folder of the kind>/<rest>` to a view, which gets the kind as `kind`.

    The folders are written out, because `/initiatieven/<id>` of another feature would else take `/initiatieven/nieuw`.
    """

    def declare(view: View) -> View:
        for kind, folder in FOLDER.items():
            blueprint.add_url_rule(
                f"/{folder}/{rest}", view.__name__, view, defaults={"kind": kind}, methods=list(methods) or ["GET"]
            )
        return view

    return declare
