"""The list of organisations as a table: what the list tells of each, with all its areas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask_babel import gettext

from app.choices import ORGANISATION_KIND_LABELS
from graph.model import Visibility

if TYPE_CHECKING:
    from graph.organisations import OrganisationInList

# Areas of one organisation.
MOST_NAMED = 100


def columns() -> list[str]:
    """The headings."""
    return [
        gettext("Partner"),
        gettext("Soort"),
        gettext("Gebieden"),
        gettext("Initiatieven"),
        gettext("Openbaar"),
        "id",
    ]


def row(organisation: OrganisationInList) -> tuple[str | int, ...]:
    """One line."""
    return (
        organisation.name,
        str(ORGANISATION_KIND_LABELS[organisation.organisation_kind]) if organisation.organisation_kind else "",
        " | ".join(area.name for area in organisation.areas),
        organisation.initiatives,
        gettext("ja") if organisation.visibility is Visibility.PUBLISHED else gettext("nee"),
        organisation.id,
    )
