"""How submissions read on every page: what was asked, where it stands, and why a value was refused."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from flask_babel import gettext
from flask_babel import lazy_gettext as _

from app.choices import status_label
from app.records.codes import in_words
from app.records.messages import message
from graph.submissions import State, SubmissionKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flask_wtf import FlaskForm

    from graph.errors import Invalid
    from graph.submissions.model import Content

KINDS = {
    SubmissionKind.SIGN_UP: _("Nieuw initiatief"),
    SubmissionKind.CLAIM: _("Dit is mijn initiatief"),
    SubmissionKind.CHANGE: _("Wijziging"),
    SubmissionKind.INTRODUCTION: _("Vraag om kennismaking"),
}
STATES = {
    State.WAITING_FOR_MAIL: _("Wacht op bevestiging"),
    State.CONFIRMED: _("Wacht op antwoord"),
    State.ACCEPTED: _("Overgenomen"),
    State.REFUSED: _("Niet overgenomen"),
    State.SEEN: _("Opgepakt"),
}
FIELDS = {
    "name": _("Naam"),
    "summary": _("In één zin"),
    "description": _("Verhaal"),
    "website": _("Website"),
    "channels": _("Sociale media"),
    "status": _("Status"),
}
# What else somebody sends, each as its form asks it.
SAID = FIELDS | {
    "area_id": _("Gebied"),
    "goal_id": _("Doel"),
    "name_is_public": _("Mijn naam mag op de openbare pagina staan"),
    "proof": _("Waaraan zien wij dat dit uw initiatief is?"),
    "note": _("Wilt u er iets bij zeggen?"),
    "message": _("Uw bericht"),
    "sent_to": _("De mail ging naar"),
}


def kind_words(kind: SubmissionKind) -> str:
    """What was asked."""
    return str(KINDS[kind])


def state_words(state: State) -> str:
    """Where it stands."""
    return str(STATES[state])


def field_words(name: str) -> str:
    """What a property is called."""
    return str(FIELDS[name])


def value_words(name: str, value: Any) -> str:
    """A value of a property as one text; empty when there is none."""
    if not value:
        return ""
    if name == "status":
        return status_label(value)
    return "\n".join(value) if name == "channels" else str(value)


def said_words(says: Content, names: Mapping[str, str]) -> list[tuple[str, str]]:
    """All that somebody sent, as labels with values; `names` are those of the areas and goals that can be chosen."""
    given = asdict(says)
    proposed = given.pop("properties", {})
    lines = [(field_words(name), value_words(name, value) or gettext("(leeg)")) for name, value in proposed.items()]
    for name, label in SAID.items():
        value = given.get(name)
        if value is not None:
            is_chosen = name in {"area_id", "goal_id"}
            gone = gettext("iets dat niet meer bestaat")
            lines.append((str(label), names.get(value, gone) if is_chosen else in_words(name, value)))
    return lines


def refuse(form: FlaskForm, error: Invalid) -> None:
    """Put what the graph refused beside the field it is about; raises `error` when the form has no such field."""
    if error.field not in form or error.field == "id":
        raise error
    form[error.field].errors = [*form[error.field].errors, message(error.reason)]
