"""Why something probably belongs to an initiative, in Dutch sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask_babel import gettext

if TYPE_CHECKING:
    from graph.evaluation.missing import Likely


def why(likely: Likely) -> str:
    """Why the thing could belong to the initiative, in one or two sentences."""
    said = []
    for through in likely.through:
        words = {"other": through.name, "thing": likely.thing, "first": likely.initiative, "shares": through.shares}
        said.append(
            gettext("%(other)s heeft ‘%(thing)s’ en deelt ‘%(shares)s’ met %(first)s.", **words)
            if through.shares
            else gettext("%(other)s heeft ‘%(thing)s’ en lijkt op %(first)s.", **words)
        )
    return " ".join(said)
