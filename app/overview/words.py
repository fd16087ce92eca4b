"""The orders of the overview of goals in words."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

from graph.overview import Order

ORDERS = {
    Order.PROGRAMME: _("Zoals in het programma"),
    Order.NAME: _("Op naam"),
    Order.MOST: _("Meeste initiatieven eerst"),
    Order.FEWEST: _("Minste initiatieven eerst"),
}
