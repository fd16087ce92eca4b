"""The list of addresses that do not work, for who mends them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import current_app, render_template
from flask_babel import gettext
from flask_babel import lazy_gettext as _

from app.access import Permission, current_actor, needs
from app.addresses import address
from app.database import graph
from app.sharing import blueprint
from app.spreadsheet import csv_file, excel_file
from graph import outside
from graph.outside import Problem

if TYPE_CHECKING:
    from flask import Response

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


@blueprint.get("/beheer/links.<any(csv, xlsx):form>")
@needs(Permission.SEE_DRAFTS)
def broken_file(form: str) -> Response:
    """The same as a file."""
    found = graph().read(outside.broken, actor=current_actor())
    headings = [
        gettext("Van wie"),
        gettext("Link"),
        gettext("Wat is er mis?"),
        gettext("Gecontroleerd"),
        gettext("Adres"),
    ]
    site = current_app.config["SETTINGS"].address
    rows = [
        (
            each.record.name,
            each.url,
            str(PROBLEMS[each.problem]),
            each.checked_at.date().isoformat(),
            site + address(each.record.kind, each.record.id),
        )
        for each in found
    ]
    make = csv_file if form == "csv" else excel_file
    return make("links-die-niet-werken", headings, rows)
