"""The warmest path between two groups in words, and the text that asks somebody to introduce them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask_babel import gettext
from flask_babel import lazy_gettext as _

from app.formatting import day
from graph.bridges.path import TieKind
from graph.model import Kind

if TYPE_CHECKING:
    from graph.bridges.path import Known, Step, WarmPath

_TIES = {
    TieKind.INITIATES: _("%(one)s is initiatiefnemer van %(other)s."),
    TieKind.CONTACT_FOR: _("%(one)s is vaste contactpersoon van %(other)s."),
    TieKind.PARTNERS_IN: _("%(one)s is partner van %(other)s."),
    TieKind.HANDLED_BY: _("%(one)s wordt behandeld door %(other)s."),
    TieKind.WORKS_FOR: _("%(one)s werkt bij %(other)s."),
    TieKind.STANDS_IN_FOR: _("%(one)s vervangt %(other)s bij afwezigheid."),
    TieKind.ACCOUNT_HOLDER_OF: _("%(one)s is aanspreekpunt voor %(other)s."),
    TieKind.SPOKE: _("%(one)s sprak met %(other)s op %(on)s."),
    TieKind.INTRODUCED: _("%(one)s en %(other)s zijn eerder aan elkaar voorgesteld."),
    TieKind.MET: _("%(one)s en %(other)s ontmoetten elkaar via een eerdere brug."),
    TieKind.TOGETHER: _("%(one)s en %(other)s werken samen via een eerdere brug."),
}
_SITS = _("%(one)s heeft een plaats in %(other)s.")


def name(step: Step, *, first: bool = False) -> str:
    """Who it is, with the function the first time; who may not be named is somebody of where that person works."""
    if step.name:
        return f"{step.name} ({step.function})" if first and step.function else step.name
    return str(gettext("iemand bij %(place)s", place=step.works_for)) if step.works_for else str(gettext("iemand"))


def chain(path: WarmPath) -> list[str]:
    """The path as sentences, one for each tie; that somebody nameless works where it says already is left out."""
    told: list[str] = []
    seen: set[int] = set()
    for number, tie in enumerate(path.ties):
        ends = (number, number + 1) if tie.forward else (number + 1, number)
        one, other = (path.steps[each] for each in ends)
        if tie.kind is TieKind.WORKS_FOR and one.name is None and one.works_for == other.name:
            continue
        named = [name(path.steps[each], first=each not in seen) for each in ends]
        told.append(_sentence(tie, named[0], named[1], other.kind))
        seen.update(ends)
    return told


def request(path: WarmPath, one: str, other: str) -> list[str]:
    """The paragraphs that ask the first who may be asked to introduce both groups; empty when nobody may."""
    asked = path.asked
    if asked is None or asked.name is None:
        return []
    greeting = gettext("Beste %(name)s,", name=asked.name)
    if asked.kind is not Kind.PERSON:
        greeting = gettext("Beste mensen van %(name)s,", name=asked.name)
    return [
        str(greeting),
        str(
            gettext(
                "De groepen %(one)s en %(other)s zouden iets aan elkaar kunnen hebben. "
                "Wilt u hen aan elkaar voorstellen, of weet u wie dat kan?",
                one=one,
                other=other,
            )
        ),
    ]


def _sentence(tie: Known, one: str, other: str, kind: Kind) -> str:
    template = str(_SITS if tie.kind is TieKind.WORKS_FOR and kind is Kind.BODY else _TIES[tie.kind])
    named = {"one": one[0].upper() + one[1:], "other": other}
    if tie.kind is TieKind.SPOKE:
        named["on"] = day(tie.on) if tie.on else str(gettext("een dag die wij niet weten"))
    return template % named
