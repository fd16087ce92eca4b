"""The list of addresses that do not work, for who mends them."""

from __future__ import annotations

from flask import render_template
from flask_babel import lazy_gettext as _

from app.access import Permission, current_actor, needs
from app.database import graph
from app.sharing import blueprint
from graph import outside
from graph.outside import Problem

PROBLEMS = {
    Problem.GONE: _("De bladzijde bestaat niet meer"),
    Problem.FAILING: _("De site geeft een storing"),
    Problem.UNREACHABLE: _("De site antwoordt niet"),
    Problem.CERTIFICATE: _("De verbinding is niet veilig"),
    Problem.ROUND_AND_ROUND: _("De site stuurt steeds door"),
    Problem.REFUSED: _("Dit is geen openbaar webadres"),
}


@blueprint.get("/beheer/links")
@needs(Permission.SEE_DRAFTS)
def broken() -> str:
    """Every address that did not answer when somebody last looked."""
    found = graph().read(outside.broken, actor=current_actor())
    return render_template("sharing/broken.html", found=found, problems=PROBLEMS, most=outside.MOST_SHOWN)
