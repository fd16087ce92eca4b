"""The list of accounts: its filters and order, a page of it, and the file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flask import request
from flask_babel import gettext
from flask_babel import lazy_gettext as _

from app.access import Permission, current_actor, needs
from app.beheer_access import blueprint
from app.choices import choice
from app.database import graph
from app.filtering import Filters, select, without
from app.layout import ROLE_LABELS
from app.paging import PAGE_SIZE, Paging, asked_page, every_row
from app.spreadsheet import table_file
from graph import accounts, clock
from graph.accounts import Order, Selection, Use
from graph.rights import Role

if TYPE_CHECKING:
    from flask import Response

    from graph.accounts import AccountInList, Listing

ORDERS = {"laatst": Order.LATEST, "langst": Order.LONGEST}
USES = {Use.OPEN: _("open"), Use.WAITING: _("kiest nog een wachtwoord"), Use.CLOSED: _("uitgeschakeld")}
LONGEST_WORDS = 200


def page() -> dict[str, Any]:
    """What the template shows of the list that the address asks for."""
    number, selection = asked_page(), _selection()
    skip = (number - 1) * PAGE_SIZE
    found = graph().read(accounts.listing, actor=current_actor(), selection=selection, skip=skip, limit=PAGE_SIZE)
    filters = _filters(found)
    looked_for = [(f"‘{selection.words}’", without("zoek"))] if selection.words else []
    return {
        "found": found,
        "filters": filters,
        "chosen": [*looked_for, *filters.chosen],
        "words": selection.words,
        "paging": Paging(number, found.total),
        "uses": USES,
    }


@blueprint.get("/toegang.<any(csv, xlsx):form>")
@needs(Permission.ADMINISTER)
def overview_file(form: str) -> Response:
    """What the list shows, all pages of it, as a file; who has a password is told, the password is not."""
    actor, selection = current_actor(), _selection()
    found = every_row(
        lambda skip, limit: graph().read(accounts.rows, actor=actor, selection=selection, skip=skip, limit=limit)
    )
    headings = [
        gettext("Naam"),
        gettext("E-mailadres"),
        gettext("Rollen"),
        gettext("Laatst ingelogd"),
        gettext("Account"),
    ]
    return table_file(form, "accounts", headings, [_row(each) for each in found])


def _row(each: AccountInList) -> list[object]:
    roles = ", ".join(str(label) for role, label in ROLE_LABELS.items() if role in each.roles)
    seen = clock.day_of(each.last_login_at).isoformat() if each.last_login_at else None
    return [each.name, each.email, roles, seen, str(USES[each.use])]


def _selection() -> Selection:
    return Selection(
        role=choice(Role, request.args.get("rol")),
        use=choice(Use, request.args.get("stand")),
        words=" ".join(request.args.get("zoek", "").split())[:LONGEST_WORDS],
        order=ORDERS.get(request.args.get("volgorde", ""), Order.NAME),
    )


def _filters(found: Listing) -> Filters:
    roles = [(role.value, str(label), found.roles[role]) for role, label in ROLE_LABELS.items()]
    uses = [(use.value, str(label), found.uses[use]) for use, label in USES.items()]
    orders: list[tuple[str, str, int | None]] = [
        ("laatst", gettext("Laatst ingelogd"), None),
        ("langst", gettext("Langst niet ingelogd"), None),
    ]
    return Filters(
        (
            select("rol", gettext("Rol"), gettext("Alle rollen"), roles),
            select("stand", gettext("Account"), gettext("Alle accounts"), uses),
            select("volgorde", gettext("Volgorde"), gettext("Op naam"), orders),
        )
    )
