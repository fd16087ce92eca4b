"""How long each kind is kept, and what may go now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import current_app, flash, redirect, render_template, request
from flask_babel import gettext

from app.access import Permission, current_actor, needs
from app.addresses import address, own_path
from app.database import graph
from app.filtering import Filters, select
from app.kinds import look
from app.paging import PAGE_SIZE, Paging, asked_page, every_row
from app.privacy import blueprint
from app.privacy.words import CLASS_SENTENCES, PROPOSAL_TITLES
from app.spoken import spoken_words
from app.spreadsheet import table_file
from graph import accounts, clock, privacy
from graph.model import Kind
from graph.privacy import Order, Proposal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flask import Response
    from flask.typing import ResponseReturnValue

    from graph.privacy import Proposals, Stale

# Without a filter the page shows so many of each.
FEW = 10
NAMES = {
    "mensen": Proposal.PEOPLE,
    "contactmomenten": Proposal.NOTES,
    "accounts": Proposal.ACCOUNTS,
    "geld": Proposal.MONEY,
    "opgehouden": Proposal.ENDED,
}


@blueprint.get("/beheer/bewaartermijnen")
@needs(Permission.ADMINISTER)
def terms() -> str:
    """The rules, and the proposals that follow from them."""
    rules = [
        (", ".join(str(look(kind).plural) for kind in rule.kinds), CLASS_SENTENCES[rule.keeps])
        for rule in privacy.RETENTION
    ]
    page, only, order = asked_page(), _only(), _order()
    size = PAGE_SIZE if only else FEW
    skip = (page - 1) * size if only else 0
    found = graph().read(privacy.proposals, actor=current_actor(), only=only, order=order, skip=skip, limit=size)
    return render_template(
        "privacy/terms.html",
        rules=rules,
        found=found,
        filters=_filters(found),
        paging=Paging(page, found.counts[only]) if only else None,
        titles=PROPOSAL_TITLES,
        names={proposal: name for name, proposal in NAMES.items()},
        few=FEW,
    )


@blueprint.get("/beheer/bewaartermijnen.<any(csv, xlsx):form>")
@needs(Permission.ADMINISTER)
def terms_file(form: str) -> Response:
    """Every proposal that the filter leaves, as a file."""
    actor, only, order = current_actor(), _only(), _order()

    def each_of(proposal: Proposal) -> Iterator[Stale]:
        return every_row(
            lambda skip, limit: graph().read(
                privacy.stale, actor=actor, proposal=proposal, order=order, skip=skip, limit=limit
            )
        )

    headings = (
        gettext("Waarom mag het weg?"),
        gettext("Soort"),
        gettext("Naam"),
        gettext("Laatst gebruikt op"),
        gettext("Adres"),
    )
    asked = [only] if only else list(Proposal)
    return table_file(
        form, "bewaartermijnen", headings, [_row(proposal, each) for proposal in asked for each in each_of(proposal)]
    )


@blueprint.post("/beheer/bewaartermijnen/contactmoment/<note_id>")
@needs(Permission.ADMINISTER)
def forget_note(note_id: str) -> ResponseReturnValue:
    """Take the words out of an old note."""
    graph().write(privacy.forget_note, actor=current_actor(), note_id=note_id)
    flash(gettext("De tekst is gewist. Dat er contact was, blijft staan."), "ok")
    return _back()


@blueprint.post("/beheer/bewaartermijnen/account/<account_id>")
@needs(Permission.ADMINISTER)
def close_account(account_id: str) -> ResponseReturnValue:
    """Close an account nobody uses."""
    try:
        graph().write(accounts.disable, actor=current_actor(), account_id=account_id)
    except accounts.LastAdministrator:
        flash(gettext("Dit is de laatste beheerder. Geef eerst iemand anders toegang als beheerder."), "error")
    else:
        flash(gettext("Het account is gesloten."), "ok")
    return _back()


def _back() -> ResponseReturnValue:
    return redirect(own_path(request.form.get("terug")) or "/beheer/bewaartermijnen", 303)


def _only() -> Proposal | None:
    return NAMES.get(request.args.get("wat", ""))


def _order() -> Order:
    return Order.NAME if request.args.get("volgorde") == "naam" else Order.OLDEST


def _filters(found: Proposals) -> Filters:
    proposals = [(name, str(PROPOSAL_TITLES[each]), found.counts[each]) for name, each in NAMES.items()]
    orders: list[tuple[str, str, int | None]] = [("naam", gettext("Op naam"), None)]
    return Filters(
        (
            select("wat", gettext("Wat mag weg?"), gettext("Alles"), proposals),
            select("volgorde", gettext("Volgorde"), gettext("Oudste eerst"), orders),
        )
    )


def _row(proposal: Proposal, each: Stale) -> tuple[str, ...]:
    title, last = str(PROPOSAL_TITLES[proposal]), clock.day_of(each.last_at).isoformat()
    if proposal is Proposal.ACCOUNTS:
        return title, gettext("Account"), each.name, last, ""
    name = spoken_words(each.spoken) if each.spoken else each.name
    where = _where(each)
    return (
        title,
        str(look(each.kind).label),
        name,
        last,
        current_app.config["SETTINGS"].address + where if where else "",
    )


def _where(each: Stale) -> str | None:
    """Where it can be looked at: who was removed has a dossier only, and a removed contact has no page any more."""
    kind = Kind(each.kind)
    if not each.is_removed:
        return address(kind, each.id)
    return f"/personen/{each.id}/inzage" if kind is Kind.PERSON else None
