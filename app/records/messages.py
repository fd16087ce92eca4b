"""Why the graph refuses a value, in plain Dutch: what is wrong, then what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask_babel import lazy_gettext as _

from graph.properties import Reason

if TYPE_CHECKING:
    from flask_babel import LazyString

MESSAGES: dict[str, LazyString] = {
    Reason.MISSING: _("Dit is nog leeg. Vul het in."),
    Reason.TOO_LONG: _("Deze tekst is te lang. Maak de tekst korter."),
    Reason.CONTROL_CHARACTER: _("Hier staat een teken dat niemand ziet. Typ de tekst opnieuw."),
    Reason.NOT_A_DATE: _("Deze dag bestaat niet. Vul een datum in die bestaat, zoals 15-03-2027."),
    Reason.NOT_A_NUMBER: _("Dit is geen getal. Vul een getal in, zoals 15.000 of 10,50."),
    Reason.NOT_AN_ADDRESS: _("Dit is geen webadres. Begin met https:// of http://."),
    Reason.NOT_A_MAIL_ADDRESS: _("Dit is geen e-mailadres. Vul een adres in zoals naam@voorbeeld.nl."),
    Reason.NOT_A_CHOICE: _("Dit kan hier niet. Kies iets uit de lijst."),
    Reason.UNKNOWN: _("Dit hoort hier niet bij. Haal het weg."),
    Reason.MISTYPED: _("Dit kunnen wij niet lezen. Vul het opnieuw in."),
    Reason.IN_FUTURE: _("Deze dag moet nog komen. Kies vandaag of een dag daarvoor."),
    Reason.CIRCLE: _("Dit valt er zelf onder. Kies iets anders."),
    Reason.ONLY_ONE: _("Er kan maar één vaste contactpersoon zijn. Kies één persoon."),
    Reason.NOT_AN_ALDERMAN: _("Alleen een wethouder is hiervoor verantwoordelijk. Kies bij ‘Soort’ wethouder."),
}
TAKEN = _("Dit is al in gebruik. Vul iets anders in.")
GONE = _("Wat u koos, bestaat niet meer. Kies iets anders.")
CHOOSE = _("Kies een van de namen hieronder, of maak het zoekveld leeg.")


def message(reason: str) -> LazyString:
    """The sentence for a reason of `graph.properties.Reason`."""
    return MESSAGES.get(reason, MESSAGES[Reason.MISTYPED])
