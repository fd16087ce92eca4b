"""What the stages, orders and totals of contributions are called."""

from flask_babel import lazy_gettext as _

from graph.contributions import By, Order, Stage

STAGE_LABELS = {
    Stage.GIVEN: _("Gegeven"),
    Stage.ASKED: _("Gevraagd, nog geen antwoord bekend"),
    Stage.REFUSED: _("Niet gegeven"),
}
STAGE_BADGES = {
    Stage.GIVEN: (_("Gegeven"), "success"),
    Stage.ASKED: (_("Gevraagd"), "neutral"),
    Stage.REFUSED: (_("Niet gegeven"), "plain"),
}
ORDER_LABELS = {
    Order.NEWEST: _("Nieuwste eerst"),
    Order.AMOUNT: _("Hoogste bedrag eerst"),
    Order.NAME: _("Op naam"),
}
BY_LABELS = {
    By.GOAL: _("Doel"),
    By.THEME: _("Thema"),
    By.AREA: _("Wijk of buurt"),
    By.KIND: _("Soort"),
    By.YEAR: _("Jaar"),
}
# The name of each filter of the list in its address.
FILTER_NAMES = {By.GOAL: "doel", By.THEME: "thema", By.AREA: "gebied", By.KIND: "soort", By.YEAR: "jaar"}
