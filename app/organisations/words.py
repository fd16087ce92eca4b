"""What the kinds of party are called."""

from flask_babel import lazy_gettext as _

from graph.model import OrganisationKind
from graph.organisations import Order

KIND_LABELS = {
    OrganisationKind.RESIDENTS: _("Bewonersgroep"),
    OrganisationKind.FOUNDATION: _("Stichting"),
    OrganisationKind.ASSOCIATION: _("Vereniging"),
    OrganisationKind.COMPANY: _("Bedrijf"),
    OrganisationKind.SCHOOL: _("School"),
    OrganisationKind.CARE: _("Zorg en welzijn"),
    OrganisationKind.GOVERNMENT: _("Overheid"),
    OrganisationKind.OTHER: _("Anders"),
}
ORDERS = {
    Order.NAME: _("Op naam, van A tot Z"),
    Order.BACKWARDS: _("Op naam, van Z tot A"),
    Order.LATEST: _("Laatst toegevoegd of gewijzigd eerst"),
}
