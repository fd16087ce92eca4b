"""One address for the network: of a town, of one community, around one record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import redirect, render_template, request

from app.access import current_actor, public
from app.addresses import has_page
from app.as_of import dated
from app.database import graph
from app.network import blueprint
from app.network.communities import Communities
from app.network.view import View, asked
from app.picturing.shown import Shown
from graph import search
from graph.errors import NotFound
from graph.network import around, town

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from graph.network.town import Town

LONGEST_QUESTION = 200
MOST_FOUND = 12


@blueprint.get("/netwerk")
@public
@dated
def show() -> ResponseReturnValue:
    """The network as a drawing or a table."""
    view = asked()
    words = request.args.get("zoek", "").strip()[:LONGEST_QUESTION]
    if words:
        return _choose(view, words)
    if view.centre:
        return _around(view, view.centre)
    if view.community:
        return _community(view, view.community)
    found = Communities(_town(), view)
    return render_template("network/town.html", view=view, found=found)


def _around(view: View, record_id: str) -> ResponseReturnValue:
    picture = graph().read(
        around.around, actor=current_actor(), record_id=record_id, number=view.number, opened=view.opened
    )
    return render_template("network/picture.html", view=view, shown=Shown(picture, view))


def _community(view: View, community_id: str) -> ResponseReturnValue:
    try:
        picture = graph().read(
            town.picture, actor=current_actor(), town=_town(), community_id=community_id, number=view.number
        )
    except NotFound:
        # Communities change with the data; what gave this one its name may still be there.
        return redirect(view.around(community_id))
    return render_template("network/picture.html", view=view, shown=Shown(picture, view))


def _town() -> Town:
    return town.divided(graph().read(town.things, actor=current_actor()))


def _choose(view: View, words: str) -> ResponseReturnValue:
    found = graph().read(search.hits, actor=current_actor(), question=search.Question(words=words))
    hits = [hit for hit in found if has_page(hit.kind)]
    exact = [hit for hit in hits if hit.name.casefold() == words.casefold()]
    if len(exact) == 1:
        return redirect(view.around(exact[0].id))
    return render_template("network/choose.html", view=view, words=words, hits=hits[:MOST_FOUND])
