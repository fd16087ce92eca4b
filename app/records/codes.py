"""What the graph keeps as a code, a day or yes and no, in the words of the screen."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Any

from flask_babel import format_datetime, gettext
from flask_babel import lazy_gettext as _

from app.choices import (
    COMMITMENT_LABELS,
    CONTRIBUTION_LABELS,
    DECISION_KIND_LABELS,
    DECISION_LEVEL_LABELS,
    FRAMEWORK_LABELS,
    INTERACTION_LABELS,
    LESSON_LABELS,
    ORGANISATION_KIND_LABELS,
    OUTCOME_LABELS,
    REQUIREMENT_LABELS,
    STATUS_LABELS,
    SUPPLY_LABELS,
    VISIBILITY_LABELS,
)
from app.formatting import day, number
from app.records.forms.consent import ANSWERS, CHANNELS, PURPOSES
from app.records.forms.labels import (
    AREA_LEVEL_LABELS,
    BODY_KIND_LABELS,
    GOAL_LEVEL_LABELS,
    PERSON_KIND_LABELS,
    PUBLIC_AS_LABELS,
)
from graph.model import COMMON, LINKS, SHAPES, Link

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flask_babel import LazyString

# By the property, or the property of a link, that takes the code.
CODES: dict[str, Mapping[Any, LazyString]] = {
    "visibility": VISIBILITY_LABELS,
    "status": STATUS_LABELS,
    "phase": STATUS_LABELS,
    "person_kind": PERSON_KIND_LABELS,
    "public_as": PUBLIC_AS_LABELS,
    "organisation_kind": ORGANISATION_KIND_LABELS,
    "body_kind": BODY_KIND_LABELS,
    "level": {**GOAL_LEVEL_LABELS, **AREA_LEVEL_LABELS, **DECISION_LEVEL_LABELS},
    "contribution_kind": CONTRIBUTION_LABELS,
    "commitment_kind": COMMITMENT_LABELS,
    "decision_kind": DECISION_KIND_LABELS,
    "supply_kind": SUPPLY_LABELS,
    "framework_state": FRAMEWORK_LABELS,
    "outcome": OUTCOME_LABELS,
    "requirement_state": REQUIREMENT_LABELS,
    "interaction_kind": INTERACTION_LABELS,
    "lesson_kind": LESSON_LABELS,
    "purpose": PURPOSES,
    "channel": CHANNELS,
    "basis": ANSWERS,
    "term": {"none_agreed": _("Geen termijn afgesproken")},
}
# What links tell of a person: the type, and whether it starts at the person.
PERSON_LINKS: dict[tuple[str, bool], LazyString] = {
    (Link.INITIATES, True): _("Neemt het initiatief"),
    (Link.WORKS_FOR, True): _("Werkt voor"),
    (Link.PORTFOLIO_HOLDER_OF, True): _("Verantwoordelijk voor"),
    (Link.ACCOUNT_HOLDER_OF, True): _("Aanspreekpunt voor"),
    (Link.STANDS_IN_FOR, True): _("Vervangt"),
    (Link.STANDS_IN_FOR, False): _("Wordt vervangen door"),
    (Link.SIGNPOST_FOR, True): _("Wijst de weg bij"),
    (Link.KEEPS, True): _("Houdt bij"),
    (Link.KEEPS, False): _("Wordt bijgehouden door"),
    (Link.CONTACT_FOR, True): _("Vaste contactpersoon van"),
    (Link.GIVES, True): _("Geeft"),
    (Link.DECIDES, True): _("Beslist over"),
    (Link.MADE, True): _("Sprak af"),
    (Link.HAS_INTEREST_IN, True): _("Heeft belang bij"),
    (Link.HELD, True): _("Had dit contact"),
    (Link.ABOUT, False): _("Contactmoment"),
    (Link.MAY_BE_CONTACTED, True): _("Mag benaderd worden door"),
    ("LIKELY_SAME_AS", True): _("Lijkt dezelfde als"),
    ("LIKELY_SAME_AS", False): _("Lijkt dezelfde als"),
    ("NOT_SAME_AS", True): _("Is niet dezelfde als"),
    ("NOT_SAME_AS", False): _("Is niet dezelfde als"),
}
_TYPES = {
    each.name: each.type
    for properties in (COMMON, *(shape.properties for shape in SHAPES), *(link.properties for link in LINKS))
    for each in properties
}
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def in_words(name: str, value: Any) -> str:
    """The value of the property `name` as people read it; a text that is no code comes back as it is."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return gettext("Ja") if value else gettext("Nee")
    if isinstance(value, dt.datetime):
        return str(format_datetime(value, "d MMMM y HH:mm"))
    if isinstance(value, dt.date):
        return day(value)
    if isinstance(value, list | tuple):
        return ", ".join(in_words(name, each) for each in value)
    return number(value) if isinstance(value, float) else str(CODES.get(name, {}).get(value, value))


def text_in_words(name: str, text: str | None) -> str:
    """The same of a value as the audit trail writes it (`graph.values.to_text`)."""
    kind = _TYPES.get(name)
    if text is None:
        return ""
    if kind is bool:
        return in_words(name, text == "true")
    if kind is float and name not in {"longitude", "latitude"}:
        return in_words(name, float(text))
    if kind is list:
        return ", ".join(text.split(" | "))
    if kind is not str and _DAY.fullmatch(text):
        return in_words(name, dt.date.fromisoformat(text))
    return in_words(name, text)
