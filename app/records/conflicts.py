"""Two people changed the same record: both versions of each field that differs, and nothing is lost.

What the first person changed is known from the audit trail. A field that only the second person changed is kept as
they wrote it; a field both changed, or that the second left alone, is shown with both texts.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from flask import render_template, request
from wtforms import HiddenField

from app.records import offers
from app.records.picking import RecordsField
from graph import audit
from graph.values import to_text

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from wtforms import Field, Form

    from app.records.forms.base import RecordForm
    from app.records.reading import Loaded
    from graph.audit import PastLine
    from graph.rights import Actor
    from graph.store import Graph

THEIRS, MINE = "hun", "mijn"


@dataclass(frozen=True, slots=True)
class Difference:
    """One field with both texts; `chosen` is what is chosen beforehand, because this person left the field alone."""

    name: str
    label: str
    theirs: str
    mine: str
    chosen: str | None


@dataclass(frozen=True, slots=True)
class Clash:
    """What differs between the record as it is now and what this person sent."""

    version: int
    by: str | None
    at: dt.datetime | None
    differences: tuple[Difference, ...]


def find_clash(form: RecordForm, loaded: Loaded, *, actor: Actor, graph: Graph) -> Clash:
    """Compare what was sent with the record as it is now."""
    lines = graph.read(audit.since_version, actor=actor, record_id=loaded.id, version=form.seen_version)
    present = type(form).of(loaded.now.properties, loaded.links)
    offers.fill(present.link_fields)
    touched = touched_since(lines, form.seen_version, loaded.now.version)
    differences = [
        _difference(mine, present[mine.short_name], lines)
        for mine in (*form.property_fields, *form.link_fields)
        if (touched is None or _graph_name(mine) in touched) and _differs(mine, present[mine.short_name])
    ]
    return clash_of(loaded.now.version, lines, differences)


def touched_since(lines: list[PastLine], seen: int, now: int) -> set[str | None] | None:
    """The fields that `lines` say were changed after version `seen`; None when they do not tell of every version."""
    complete = len({line.version for line in lines}) >= now - seen
    return {line.field for line in lines} if complete else None


def clash_of(version: int, lines: list[PastLine], differences: Iterable[Difference]) -> Clash:
    """The clash with `version`, and who changed it last."""
    last = lines[0] if lines else None
    return Clash(
        version=version,
        by=last.actor_name if last else None,
        at=last.at if last else None,
        differences=tuple(differences),
    )


def there_now(mine: Iterable[Field], theirs: Form) -> tuple[Difference, ...]:
    """Where what was sent differs from `theirs`, the same form of what is there now: for who was second to see."""
    return tuple(
        _difference(field, theirs[field.short_name], [])
        for field in mine
        if not isinstance(field, HiddenField) and _differs(field, theirs[field.short_name])
    )


def settle(form: RecordForm, loaded: Loaded) -> bool:
    """Follow what this person chose where both texts were shown; returns False when a choice is still missing.

    Where the text of the other was chosen, it comes in the form; then the form counts as having seen that version.
    """
    answers = chosen()
    if not answers:
        return True
    if not complete(answers):
        return False
    present = type(form).of(loaded.now.properties, loaded.links)
    for name, answer in answers.items():
        if answer == THEIRS and name in form:
            form[name].data = present[name].data
            form[name].raw_data = None
            form[name].process_errors = []
    form.version.data = seen()
    return True


def chosen() -> dict[str, str | None]:
    """What this person chose for each field where both texts were shown."""
    return {name: request.form.get(f"kies-{name}") for name in request.form.getlist("kiezen")}


def complete(answers: dict[str, str | None]) -> bool:
    """Whether there is a choice for each."""
    return set(answers.values()) <= {THEIRS, MINE}


def seen() -> str:
    """The version that this person chose from."""
    return request.form.get("gezien", "")


def ask(form: Any, present: Loaded, clash: Clash, action: str, *, asked_again: bool = False) -> str:
    """The page to choose on, which carries along what was sent to `action`."""
    own = {"csrf_token", "version", "gezien", "kiezen"}
    sent = [
        (name, value)
        for name, value in request.form.items(multi=True)
        if name not in own and not name.startswith("kies-")
    ]
    return render_template(
        "records/conflict.html",
        form=form,
        kind=present.kind,
        record=present,
        clash=clash,
        action=action,
        sent=sent,
        asked_again=asked_again,
    )


def _graph_name(field: Field) -> str:
    return str(field.link_field.link) if isinstance(field, RecordsField) else str(field.short_name)


def _differs(mine: Field, theirs: Field) -> bool:
    if isinstance(mine, RecordsField):
        return _by_id(mine) != _by_id(theirs)
    return bool(_kept(mine.data) != _kept(theirs.data))


def _kept(value: Any) -> Any:
    """A value as it is kept: an empty one is none, which 0 is not, and lines end in one way."""
    if isinstance(value, str):
        value = value.replace("\r\n", "\n").strip()
    return None if value in ("", []) else value


def _by_id(field: RecordsField) -> dict[str, dict[str, Any]]:
    return {tie.other_id: {name: _kept(value) for name, value in tie.properties.items()} for tie in field.data}


def _difference(mine: Field, theirs: Field, lines: list[PastLine]) -> Difference:
    before = [line.old for line in lines if line.field == mine.short_name]
    left_alone = bool(before) and (before[-1] or None) == to_text(_kept(mine.data))
    return Difference(
        name=mine.short_name,
        label=str(mine.label.text),
        theirs=in_words(theirs),
        mine=in_words(mine),
        chosen=THEIRS if left_alone else None,
    )


def in_words(field: Field) -> str:
    """What a field of a form says, as people read it."""
    if isinstance(field, RecordsField):
        return ", ".join(
            f"{option.choice.name} ({option.own})" if option.own else option.choice.name
            for option in field.options
            if option.chosen
        )
    if field.type in {"SelectField", "RadioField", "SelectMultipleField"}:
        values = (field.data or []) if field.type == "SelectMultipleField" else [field.data]
        return ", ".join(str(each.label) for each in field.choices if each.value and each.value in values)
    if field.type == "BooleanField":
        return "✓" if field.data else ""
    return str(field._value())  # noqa: SLF001 — how the field itself writes its value
