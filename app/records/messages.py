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
    Reason.NOT_DEGREES: _(
        "Dit zijn geen graden. Vul een getal in zoals 4,3947 (lengtegraad) of 52,1399 (breedtegraad)."
    ),
    Reason.NOT_AN_ADDRESS: _("Dit is geen webadres. Begin met https:// of http://."),
    Reason.NOT_A_MAIL_ADDRESS: _("Dit is geen e-mailadres. Vul een adres in zoals naam@voorbeeld.nl."),
    Reason.NOT_A_CHOICE: _("Dit kan hier niet. Kies iets uit de lijst."),
    Reason.UNKNOWN: _("Dit hoort hier niet bij. Haal het weg."),
    Reason.MISTYPED: _("Dit kunnen wij niet lezen. Vul het opnieuw in."),
    Reason.IN_FUTURE: _("Deze dag moet nog komen. Kies vandaag of een dag daarvoor."),
    Reason.CIRCLE: _("Dit valt er zelf onder. Kies iets anders."),
    Reason.TOO_MANY: _("Dit zijn er te veel. Kies er minder."),
    Reason.ONLY_ONE: _("Er kan maar één vaste contactpersoon zijn. Kies één persoon."),
    Reason.ADOPTED: _("Dit kader is vastgesteld. Maak een nieuwe versie."),
    Reason.NOT_ADOPTED: _("Dit kader is nog een concept. Kies een kader dat de raad heeft vastgesteld."),
    Reason.TOLD: _("De uitkomst is al verteld. Maak een nieuwe afweging."),
    Reason.NOT_TOLD: _("Vertel de uitkomst eerst aan het initiatief. Daarna kunt u publiceren."),
    Reason.NOT_DECIDED: _("Leg eerst het besluit vast, met een motivatie."),
    Reason.NOT_ANSWERED: _("Beantwoord eerst alle criteria, met een reden."),
    Reason.TOO_EARLY: _("Deze dag is te vroeg. Kies een latere dag."),
    Reason.DEVIATES: _(
        "De gevallen die hier het meest op lijken, kregen een andere uitkomst. Leg uit waarom dit geval anders is."
    ),
    Reason.INTERNAL: _("Dit blijft altijd intern. Bewaar het als concept."),
    Reason.NOT_AN_ALDERMAN: _("Alleen een wethouder is hiervoor verantwoordelijk. Kies bij ‘Soort’ wethouder."),
    Reason.BEFORE_MADE: _("Deze dag ligt vóór de dag van de afspraak. Kies een latere dag."),
    Reason.ONLY_APPLICATION: _(
        "Alleen een formele aanvraag heeft een wettelijke termijn. Haal de dag weg of kies ‘Formele aanvraag’."
    ),
    Reason.ONLY_POLITICAL: _("Dit hoort alleen bij een politieke keuze. Haal het weg of kies ‘Politieke keuze’."),
    Reason.BEFORE_ASKED: _("Deze dag ligt vóór de dag waarop het gevraagd is. Kies een latere dag."),
    Reason.GIVEN: _("Hier staat ook dat het gegeven is. Haal een van de twee weg."),
    Reason.AFTER_DECIDED: _("Toen was het besluit al genomen. Kies een dag vóór het besluit."),
    Reason.AFTER_PAUSE: _("Toen wachtte de gemeente al op de aanvrager. Kies een dag vóór die pauze."),
    Reason.BEFORE_PAUSE_ENDED: _("Deze dag ligt vóór het begin of het einde van een pauze. Kies een latere dag."),
    Reason.OVERLAPS_PAUSE: _("Op die dag was er al een pauze. Kies een dag na die pauze."),
    Reason.PAUSED_ALREADY: _("De klok staat al stil. Laat eerst de klok weer lopen."),
    Reason.NOT_PAUSED: _("De klok loopt al. U hoeft niets te doen."),
    Reason.ALREADY_DECIDED: _("Het besluit is al genomen. Maak een nieuw besluit als iemand opnieuw wacht."),
    Reason.NOT_DECIDED_YET: _("Hierover is nog niet besloten. U hoeft niets te doen."),
    Reason.ASKED_UNKNOWN: _("Wij weten niet wanneer dit gevraagd is. Vul dat eerst in bij ‘Wijzigen’."),
    Reason.BEFORE_LAST_TERM: _("Toen gold de vorige termijn nog niet. Kies een latere dag."),
    Reason.AFTER_NEXT_TERM: _("Toen gold de volgende termijn al. Kies een eerdere dag."),
    Reason.AFTER_TELLING: _("Toen wist het initiatief dit al. Kies een eerdere dag."),
    Reason.UNCHANGED: _("Dit staat er al zo. Verander iets, of kies ‘Annuleren’."),
}
TAKEN = _("Dit is al in gebruik. Vul iets anders in.")
GONE = _("Wat u koos, bestaat niet meer. Kies iets anders.")
ONE = _("Hier hoort er één. Haal het vinkje weg bij wat niet klopt.")
CHOOSE = _("Kies een van de namen hieronder, of maak het zoekveld leeg.")


def message(reason: str) -> LazyString:
    """The sentence for a reason of `graph.properties.Reason`."""
    return MESSAGES.get(reason, MESSAGES[Reason.MISTYPED])
