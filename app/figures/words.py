"""Figures that can hurt, in the words of the screen: what each is called and what is counted."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

from graph.figures.switches import Figure

NAMES = {
    Figure.WAITING_TIMES: _("Dagen wachten op een besluit"),
    Figure.LATE_AGREEMENTS: _("Afspraken die te laat zijn"),
    Figure.OUTCOMES: _("Uitkomsten van afwegingen"),
}
# As they stand inside a sentence: "Reactie van Team Groen op de wachttijd".
SHORT = {
    Figure.WAITING_TIMES: _("de wachttijd"),
    Figure.LATE_AGREEMENTS: _("de late afspraken"),
    Figure.OUTCOMES: _("de uitkomsten"),
}
DEFINITIONS = {
    Figure.WAITING_TIMES: _(
        "Openbare besluiten van de laatste twee jaar. De helft wacht korter dan dit aantal dagen, de helft langer. "
        "Dagen waarop de gemeente op de aanvrager wachtte, tellen niet mee."
    ),
    Figure.LATE_AGREEMENTS: _(
        "Openbare afspraken en toezeggingen waarvan de afgesproken dag voorbij is. Te laat is: op die dag nog niet "
        "nagekomen. Een verzoek telt niet mee."
    ),
    Figure.OUTCOMES: _(
        "Openbare afwegingen over steun aan een initiatief, bij het team dat het initiatief behandelt. "
        "Behandelen twee teams het, dan telt het bij allebei."
    ),
}
