"""What the law and the terms say, in words."""

from __future__ import annotations

from flask_babel import lazy_gettext as _

from graph.privacy import Class, Ground, Proposal

GROUND_SENTENCES = {
    Ground.OFFICE: _(
        "Deze persoon heeft of had een openbaar ambt, of besliste of beloofde iets namens de gemeente. "
        "Wie waarover besliste, moet bewaard blijven (Archiefwet)."
    ),
    Ground.MONEY: _(
        "Deze persoon gaf de laatste zeven jaar geld, of een eigen initiatief kreeg of vroeg geld. "
        "Zo lang moeten wij dat kunnen nagaan (artikel 52 van de Algemene wet inzake rijksbelastingen)."
    ),
    Ground.APPLICATION: _(
        "Er loopt nog een formele aanvraag van een initiatief van deze persoon. "
        "Wacht op het besluit, of trek de aanvraag in."
    ),
    Ground.LAST_ADMINISTRATOR: _("Dit is de laatste beheerder. Geef eerst iemand anders toegang als beheerder."),
}
CLASS_SENTENCES = {
    Class.ALWAYS: _("Blijvend bewaren: zo blijft na te gaan wat de gemeente wilde, besloot en beloofde."),
    Class.SEVEN_YEARS: _("Zeven jaar na het laatste jaar waarin er geld mee gemoeid was."),
    Class.WHILE_IT_SERVES: _("Zolang het nodig is voor het overzicht. Hierin staan geen gegevens van inwoners."),
    Class.TWO_YEARS: _("Twee jaar na het contact. Daarna verdwijnt de tekst; dat er contact was, blijft."),
    Class.ONE_YEAR: _(
        "Een jaar nadat iemand nergens meer bij hoort. Wie een openbaar ambt bekleedde, blijft bij het ambt staan."
    ),
}
PROPOSAL_TITLES = {
    Proposal.PEOPLE: _("Mensen die nergens meer bij horen"),
    Proposal.NOTES: _("Contactmomenten van meer dan twee jaar geleden"),
    Proposal.ACCOUNTS: _("Accounts die een jaar niet gebruikt zijn"),
    Proposal.MONEY: _("Bijdragen en afwegingen van meer dan zeven jaar geleden"),
    Proposal.ENDED: _("Wat meer dan vijf jaar geleden ophield"),
}
