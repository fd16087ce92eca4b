"""Why a file or a row was refused, in Dutch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask_babel import gettext as _

from graph.imports.refusals import Fault, Refusal
from graph.properties import LONGEST_LINE, LONGEST_TEXT, Reason

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.imports.refusals import Refused, Rejected


def refusal(error: Refused) -> str:
    """One clear sentence about the file."""
    if error.reason is Refusal.WRONG_PROFILE:
        return _wrong_profile(error.details)
    known = {
        Refusal.EMPTY: _("Dit bestand is leeg."),
        Refusal.BINARY: _("Dit is geen tekstbestand. Bewaar de tabel als CSV of als Excel-bestand (.xlsx)."),
        Refusal.NOT_A_TABLE: _("Dit bestand is geen tabel. Bewaar de tabel als CSV of als Excel-bestand (.xlsx)."),
        Refusal.NOT_READABLE: _(
            "Dit bestand is beschadigd of beveiligd. Open het zelf en bewaar het opnieuw als CSV of Excel."
        ),
        Refusal.NO_FILE: _("Het bestand ‘%(name)s’ is er niet of mag niet gelezen worden. Controleer naam en map."),
        Refusal.NO_REJECTS: _(
            "De afgekeurde rijen kunnen niet naar %(path)s. Kies met --rejected een map waarin u mag schrijven."
        ),
        Refusal.BOMB: _("Dit bestand is uitgepakt veel groter dan het lijkt. Wij pakken het niet uit."),
        Refusal.TOO_LARGE: _("Dit bestand is te groot. Knip het in stukken."),
        Refusal.TOO_MANY_COLUMNS: _(
            "De eerste regel heeft meer dan %(most)s kolommen. Dat is geen tabel die wij kennen."
        ),
        Refusal.NO_ROWS: _("Onder de kolomnamen staan geen rijen."),
        Refusal.HEADINGS_TWICE: _("De kolomnaam ‘%(heading)s’ komt twee keer voor. Geef elke kolom een eigen naam."),
        Refusal.NOT_GEOJSON: _("Dit is geen GeoJSON met een lijst van gebieden (FeatureCollection)."),
        Refusal.NOT_WGS84: _(
            "De coördinaten in dit bestand zijn geen graden. Bewaar het opnieuw in WGS84 (EPSG:4326)."
        ),
        Refusal.UNKNOWN_PROFILE: _("Het profiel ‘%(name)s’ bestaat niet. U kunt kiezen uit: %(known)s."),
        Refusal.BROKEN_PROFILE: _("Het profiel ‘%(name)s’ klopt niet: %(why)s."),
        Refusal.CHANGED: _("Het bestand veranderde terwijl wij het lazen. Begin opnieuw."),
    }
    sentence: str = known[error.reason]
    return sentence % error.details if error.details else sentence


def _wrong_profile(details: dict[str, str]) -> str:
    sentence: str = (
        _("Dit bestand past niet bij het profiel ‘%(profile)s’. Op de eerste regel ontbreekt: %(missing)s.")
        if details["missing"]
        else _("De eerste regel heeft geen enkele kolomnaam van het profiel ‘%(profile)s’.")
    )
    return sentence % details


def faults() -> dict[str, str]:
    """Why rows were rejected, by reason."""
    return {
        Fault.FIELD_TOO_LARGE: _("Een cel is te groot. Kort de tekst in."),
        Fault.BROKEN_LINE: _("De regel is niet te lezen. Kijk of elk aanhalingsteken een tweede heeft."),
        Fault.TOO_MANY_CELLS: _(
            "De rij heeft meer cellen dan er kolommen zijn. Zet tekst met een scheidingsteken tussen aanhalingstekens."
        ),
        Fault.EMPTY_CELL: _("Deze cel mag niet leeg zijn."),
        Fault.AMBIGUOUS: _("Er zijn er meer met deze naam. Gebruik het kenmerk."),
        Fault.NOT_THERE: _("Dit staat nog niet in Bruggenbouwer. Verbeter de naam of voeg het eerst toe."),
        Fault.OWN_PARENT: _("Dit kan niet onder zichzelf vallen."),
        Fault.NOT_A_YES: _("Vul ja of nee in."),
        Fault.DAY_AND_NONE: _("Er staat ook een dag. Vul een dag in, of zeg dat er geen termijn is."),
        Fault.BELOW_ZERO: _("Een bedrag is 0 of meer. Haal het minteken weg."),
        Fault.ADOPTED: _("Dit kader is al vastgesteld en blijft zoals het is. Geef de nieuwe versie een eigen naam."),
        Fault.KEPT: _("Iemand anders houdt deze pagina al bij. Wijzig dat op de pagina zelf, of draag alles over."),
        Fault.TWO_CONTACTS: _("Een initiatief heeft één vaste contactpersoon. Een rij hierboven noemt iemand anders."),
        Fault.OTHER_CONTACT: _(
            "Dit initiatief heeft al een andere vaste contactpersoon. Wijzig dat op de pagina van het initiatief."
        ),
        Reason.IN_FUTURE: _("Deze dag moet nog komen."),
        Reason.BEFORE_MADE: _("Deze dag ligt vóór de dag van de afspraak."),
        Reason.BEFORE_ASKED: _("Deze dag ligt vóór de dag waarop het gevraagd is."),
        Reason.GIVEN: _("Hier staat ook dat het gegeven is. Haal een van de twee weg."),
        Reason.TOO_EARLY: _("Deze dag is te vroeg. Kies een latere dag."),
        Reason.AFTER_DECIDED: _("Deze dag ligt na de dag van het besluit."),
        Reason.ALREADY_DECIDED: _("Het besluit is al genomen. Vul in tot wanneer de pauze duurde."),
        Reason.ASKED_UNKNOWN: _("Wij weten niet wanneer dit gevraagd is. Vul dat eerst in."),
        Reason.AFTER_PAUSE: _("Toen wachtte de gemeente al op de aanvrager. Kies een dag vóór die pauze."),
        Reason.BEFORE_PAUSE_ENDED: _("Deze dag ligt vóór het begin of het einde van een pauze. Kies een latere dag."),
        Reason.OVERLAPS_PAUSE: _("Op die dag was er al een pauze. Kies een dag na die pauze."),
        Reason.PAUSED_ALREADY: _("De klok staat al stil. Laat eerst de klok weer lopen."),
        Reason.NOT_DECIDED: _("Vul eerst in wanneer en wat er besloten is."),
        Reason.ONLY_APPLICATION: _("Dit kan alleen bij een formele aanvraag."),
        Reason.ONLY_POLITICAL: _("Dit kan alleen bij een politieke keuze."),
        Reason.MISSING: _("Deze cel mag niet leeg zijn."),
        Reason.TOO_LONG: _(
            "De tekst is te lang. Een naam of regel mag %(line)s tekens hebben, een verhaal %(text)s.",
            line=LONGEST_LINE,
            text=LONGEST_TEXT,
        ),
        Reason.CONTROL_CHARACTER: _("Hier staat een teken dat niemand ziet. Typ de tekst opnieuw."),
        Reason.NOT_A_DATE: _("Deze dag bestaat niet. Vul een datum in die bestaat, zoals 15-03-2027."),
        Reason.NOT_A_NUMBER: _("Dit is geen getal. Vul een getal in, zoals 15.000 of 10,50."),
        Reason.NOT_DEGREES: _(
            "Dit zijn geen graden. Bewaar de coördinaten in WGS84 (EPSG:4326), zoals 4,3947 en 52,1399."
        ),
        Reason.NOT_AN_ADDRESS: _("Dit is geen adres dat met http of https begint."),
        Reason.NOT_A_MAIL_ADDRESS: _("Dit is geen e-mailadres. Vul een adres in zoals naam@voorbeeld.nl."),
        Reason.NOT_A_CHOICE: _("Deze waarde kennen wij niet. Vul een woord in dat hier kan."),
    }


def in_words() -> Callable[[Rejected], str]:
    """What says why a row was rejected, in the language of now; it can be asked later, outside a request."""
    known, other = faults(), _("Deze waarde past hier niet. Verbeter de cel.")
    choose = _("Deze waarde kennen wij niet. Vul een van deze woorden in: %(accepted)s.")

    def say(rejected: Rejected) -> str:
        if rejected.accepted:
            return choose % {"accepted": ", ".join(rejected.accepted)}
        return known.get(rejected.reason, other)

    return say
