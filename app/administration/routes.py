"""The index: what this person may keep in order, with one sentence each."""

from __future__ import annotations

from dataclasses import dataclass

from flask import render_template
from flask_babel import LazyString
from flask_babel import lazy_gettext as _

from app.access import Permission, current_actor, needs
from app.administration import blueprint


@dataclass(frozen=True, slots=True)
class Room:
    """One thing to do, and who may."""

    label: LazyString
    sentence: LazyString
    url: str
    permission: Permission


ROOMS = (
    Room(
        _("Iets nieuws vastleggen"),
        _("Een initiatief, partner, persoon, doel of iets anders."),
        "/beheer/nieuw",
        Permission.EDIT_RECORDS,
    ),
    Room(
        _("Aanmeldingen"),
        _("Beoordeel wat mensen aanmelden of willen wijzigen."),
        "/beheer/aanmeldingen",
        Permission.MODERATE,
    ),
    Room(
        _("Gegevens inlezen"),
        _("Een register uit CSV of Excel. U ziet eerst wat er gebeurt."),
        "/beheer/import",
        Permission.IMPORT,
    ),
    Room(
        _("Dubbelen"),
        _("Gegevens die op elkaar lijken. Voeg ze samen of zeg dat het er twee zijn."),
        "/beheer/dubbelen",
        Permission.IMPORT,
    ),
    Room(
        _("Bewaartermijnen"),
        _("Hoe lang wij gegevens van mensen bewaren, en wat nu weg mag."),
        "/beheer/bewaartermijnen",
        Permission.ADMINISTER,
    ),
    Room(
        _("Cijfers openbaar maken"),
        _("Wachttijden, late afspraken en uitkomsten: zet ze één voor één aan, met een reactie erbij."),
        "/beheer/cijfers",
        Permission.ADMINISTER,
    ),
    Room(
        _("Gewichten van bruggen"),
        _("Hoe zwaar iets gedeelds telt als wij een brug voorstellen."),
        "/beheer/gewichten",
        Permission.ADMINISTER,
    ),
    Room(_("Toegang"), _("Wie kan inloggen, en wat mag die persoon?"), "/beheer/toegang", Permission.ADMINISTER),
)


@blueprint.get("/beheer")
@needs(Permission.SEE_DRAFTS)
def index() -> str:
    """What this person may keep in order."""
    actor = current_actor()
    return render_template("administration/index.html", rooms=[room for room in ROOMS if actor.may(room.permission)])
