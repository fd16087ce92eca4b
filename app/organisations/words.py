"""How a list of parties is sorted, in words."""

from flask_babel import lazy_gettext as _

from graph.organisations import Order

ORDERS = {
    Order.NAME: _("Op naam, van A tot Z"),
    Order.BACKWARDS: _("Op naam, van Z tot A"),
    Order.LATEST: _("Laatst toegevoegd of gewijzigd eerst"),
}
