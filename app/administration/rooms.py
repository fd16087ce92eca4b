"""The rooms of the house for who works here: what each is for, and who may enter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask_babel import LazyString
from flask_babel import lazy_gettext as _

from app.access import Permission

if TYPE_CHECKING:
    from graph.rights import Actor


@dataclass(frozen=True, slots=True)
class Room:
    """One thing to do, and who may."""

    label: LazyString
    sentence: LazyString
    url: str
    permission: Permission = Permission.SEE_DRAFTS


@dataclass(frozen=True, slots=True)
class Floor:
    """Rooms that belong together."""

    key: str
    label: LazyString
    rooms: tuple[Room, ...]


KEEPING = Floor(
    "bijhouden",
    _("Gegevens bijhouden"),
    (
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
            _("Contactmomenten"),
            _("Wat is gezegd en geschreven, en wat u nog zou doen."),
            "/contactmomenten",
            Permission.SEE_PRIVATE,
        ),
        Room(
            _("Wie houdt wat bij?"),
            _("Elke bijhouder met wat die nog moet nakijken, en wat niemand bijhoudt."),
            "/bijhouden",
            Permission.SEE_PRIVATE,
        ),
        Room(
            _("Nog na te kijken"),
            _("Gegevens waarvan de dag om na te kijken voorbij is, het langst wachtende eerst."),
            "/bijhouden/lijst",
            Permission.SEE_PRIVATE,
        ),
        Room(
            _("Zonder contactpersoon"),
            _("Initiatieven die nog niemand hebben om te bellen."),
            "/initiatieven?contact=geen",
        ),
        Room(
            _("Klopt de status nog?"),
            _("Initiatieven waarvan de status iets anders zegt dan wat er gebeurde."),
            "/initiatieven/status",
            Permission.SEE_PRIVATE,
        ),
        Room(
            _("Misgelopen vragen"),
            _("Waar de wegwijzer mensen naar de verkeerde stuurde."),
            "/wegwijzer/misgelopen",
            Permission.SEE_PRIVATE,
        ),
        Room(
            _("Links die niet werken"),
            _("Websites en sociale media die wij niet meer kunnen bereiken."),
            "/beheer/links",
        ),
    ),
)
FOLLOWING = Floor(
    "volgen",
    _("Volgen wat wij beloofden en besloten"),
    (
        Room(_("Wachtkamer"), _("Besluiten waar initiatieven op wachten, en hoe lang al."), "/wachtkamer"),
        Room(_("Afspraken"), _("Wat is beloofd, vóór wanneer, en of het gebeurde."), "/afspraken"),
        Room(
            _("Toezeggingen aan de raad"),
            _("Per wethouder, programma en periode. Ook als bestand voor de griffie."),
            "/afspraken/toezeggingen",
        ),
        Room(_("Eisen"), _("Waar initiatieven aan moeten voldoen, en welke de meeste raken."), "/eisen"),
        Room(_("Afwegingen"), _("Wel of geen steun, en waarom."), "/afwegingen"),
        Room(
            _("Verslag van afwegingen"),
            _("Uitkomst en duur per soort initiatiefnemer, thema en wijk."),
            "/afwegingen/verslag",
        ),
        Room(_("Afwegingskader"), _("Hoe de raad vaststelde dat wij afwegen, per versie."), "/afwegingskader"),
    ),
)
SHOWING = Floor(
    "opbrengst",
    _("Wie geeft wat, en wat het opleverde"),
    (
        Room(_("Stand van zaken"), _("Wat iedereen van ons ziet, op één bladzijde."), "/stand-van-zaken"),
        Room(
            _("Twee dagen vergelijken"),
            _("Wat er tussen twee dagen veranderde, voor de raad."),
            "/overzicht/vergelijken",
        ),
        Room(_("Bijdragen"), _("Wat is gevraagd en gegeven, en de totalen per doel, thema en wijk."), "/bijdragen"),
        Room(_("Regelingen"), _("Wie aanvroeg, en wie samen kan aanvragen."), "/regelingen"),
        Room(_("Vraag en aanbod"), _("Wat initiatieven, organisaties en teams zoeken en bieden."), "/vraag-en-aanbod"),
        Room(_("Ruilringen"), _("Twee of drie partijen die elkaar iets kunnen geven."), "/vraag-en-aanbod/ruilringen"),
        Room(_("Resultaten"), _("Wat er kwam van initiatieven."), "/resultaten"),
        Room(_("Lessen"), _("Wat hielp, wat tegenzat, en tips per fase."), "/lessen"),
    ),
)
ARRANGING = Floor(
    "inrichten",
    _("Inrichten"),
    (
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
    ),
)
FLOORS = (KEEPING, FOLLOWING, SHOWING, ARRANGING)


def open_to(actor: Actor) -> list[Floor]:
    """The rooms this person may enter; a floor without any is left out."""
    floors = (
        Floor(floor.key, floor.label, tuple(room for room in floor.rooms if actor.may(room.permission)))
        for floor in FLOORS
    )
    return [floor for floor in floors if floor.rooms]
