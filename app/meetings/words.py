"""Why somebody is on the list, in plain sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask_babel import gettext, ngettext
from flask_babel import lazy_gettext as _

from graph.invitations.candidates import Reachable
from graph.model import Kind, Link, OrganisationKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from graph.invitations import Place
    from graph.invitations.candidates import Candidate, Touching

BASIS = {
    Reachable.CONSENT: _("toestemming"),
    Reachable.PUBLIC_TASK: _("publieke taak"),
    Reachable.FUNCTION: _("functie"),
    Reachable.ORGANISATION: _("openbaar adres van de organisatie"),
}
PARTY_KINDS = {
    OrganisationKind.RESIDENTS: _("Bewoners"),
    OrganisationKind.FOUNDATION: _("Stichtingen"),
    OrganisationKind.ASSOCIATION: _("Verenigingen"),
    OrganisationKind.COMPANY: _("Bedrijven"),
    OrganisationKind.SCHOOL: _("Scholen"),
    OrganisationKind.CARE: _("Zorg en welzijn"),
    OrganisationKind.GOVERNMENT: _("Overheid"),
    OrganisationKind.OTHER: _("Andere partijen"),
}
MOST_NAMES = 2


def reasons(place: Place, *, first_invitation: bool = False) -> list[str]:
    """A few sentences: what ties the party to the subject, what makes it special, what it can bring."""
    candidate = place.candidate
    said = list(_ties(candidate))[:MOST_NAMES] or [gettext("U koos deze gast zelf.")]
    if candidate.helps:
        first = candidate.helps[0]
        said.append(
            gettext("Biedt wat %(initiative)s zoekt: %(offer)s.", initiative=first.initiative, offer=first.offer)
        )
    if place.only_for:
        item = place.only_for[0]
        said.append(gettext("De enige partij die wij bij dit onderwerp kennen voor ‘%(name)s’.", name=item))
    if first_invitation and not candidate.facts.invited:
        said.append(gettext("Kreeg van ons nog geen uitnodiging."))
    return said


def expectation(place: Place) -> str:
    """The small line under the reasons."""
    if place.candidate.facts.is_official:
        return gettext("Telt niet mee voor de plaatsen")
    if place.new_contacts:
        return ngettext("Mogelijk %(num)s nieuw contact", "Mogelijk %(num)s nieuwe contacten", place.new_contacts)
    if not place.items:
        return gettext("Hoort niet bij het gekozen onderwerp")
    return ngettext("Past bij %(num)s keuze", "Past bij %(num)s keuzes", len(place.items))


def _ties(candidate: Candidate) -> Iterable[str]:
    if candidate.initiates:
        yield gettext("Initiatiefnemer van %(names)s.", names=_names(candidate.initiates))
    if candidate.partners_in:
        yield gettext("Doet mee aan %(names)s.", names=_names(candidate.partners_in))
    for link, item in candidate.remits:
        if link is Link.PORTFOLIO_HOLDER_OF:
            yield gettext("Verantwoordelijke wethouder voor ‘%(name)s’.", name=item.name)
        elif link is Link.ACCOUNT_HOLDER_OF:
            yield gettext("Aanspreekpunt voor ‘%(name)s’ bij de gemeente.", name=item.name)
        elif link is Link.SIGNPOST_FOR:
            yield gettext("Wegwijzer voor ‘%(name)s’.", name=item.name)
        elif item.kind is Kind.AREA:
            yield gettext("Zit in %(name)s.", name=item.name)
        else:
            yield gettext("Houdt zich bezig met ‘%(name)s’.", name=item.name)


def _names(initiatives: Sequence[Touching]) -> str:
    named = list(dict.fromkeys(each.name for each in initiatives))
    rest = len(named) - MOST_NAMES
    if rest > 0:
        more = ngettext("nog %(num)s initiatief", "nog %(num)s initiatieven", rest)
        return gettext("%(names)s en %(more)s", names=", ".join(named[:MOST_NAMES]), more=more)
    return gettext(" en ").join(named)
