"""The list of doubted statuses as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.choices import status_label

if TYPE_CHECKING:
    from graph.statuses import Doubt, Reason

# The headings are those of the Dutch file, whatever the language of the page.
HEADINGS = (
    "initiatief",
    "status",
    "status_sinds",
    "bevestigd_op",
    "waarom_twijfel",
    "vergunning_liep_af",
    "laatste_dag",
    "laatste_teken_van_leven",
    "open_afspraken",
    "open_besluiten",
    "contactpersoon",
    "gevraagd_op",
    "id",
)
REASONS = {
    "permit": "vergunning liep af",
    "ended": "laatste dag voorbij",
    "open": "afgerond, maar nog iets open",
    "quiet": "geen teken van leven",
    "unconfirmed": "lang niet bevestigd",
}
NEVER = "nooit bevestigd"


def row(each: Doubt) -> tuple[str | int, ...]:
    """One line of the table."""
    days = (each.permit_ended_on, each.ended_on, each.last_sign_on)
    return (
        each.name,
        status_label(each.status),
        str(each.status_since or ""),
        str(each.confirmed_on or ""),
        " | ".join(_reason(each, reason) for reason in each.reasons),
        *(str(day or "") for day in days),
        each.open_commitments,
        each.open_decisions,
        " | ".join(contact.name for contact in each.contacts),
        str(each.asked_on or ""),
        each.id,
    )


def _reason(each: Doubt, reason: Reason) -> str:
    return NEVER if reason == "unconfirmed" and each.confirmed_on is None else REASONS[reason]
