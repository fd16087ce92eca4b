"""The comparison in words: figures with their difference, and lists of what changed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from flask_babel import gettext

from app.addresses import DAY, FOLDER
from app.choices import DECISION_KIND_LABELS, OUTCOME_LABELS, status_label
from app.formatting import day, euros, number
from graph import commitments, comparing
from graph.decisions.medians import FEWEST
from graph.figures.switches import Figure as Hurting
from graph.model import Kind, Outcome

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterable

    from graph.comparing import Came, Comparison
    from graph.mentions import Mention


@dataclass(frozen=True, slots=True)
class Figure:
    """One count on both days; None where too little is known to say it."""

    label: str
    before: int | None
    after: int | None
    is_money: bool = False

    @property
    def difference(self) -> int | None:
        """How much it grew."""
        return None if self.before is None or self.after is None else self.after - self.before


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that changed: its name, its address, and how it was and is where that says more."""

    name: str
    url: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """A list of what changed in one way."""

    id: str
    title: str
    lines: tuple[Line, ...]


def figures(found: Comparison, published: Collection[Hurting]) -> tuple[Figure, ...]:
    """The counts; of those that can hurt only what is `published`."""
    one, two = found.before, found.after
    counted = [
        Figure(gettext("Initiatieven"), len(one.initiatives), len(two.initiatives)),
        Figure(gettext("Doelen met een initiatief"), len(one.with_initiative), len(two.with_initiative)),
        Figure(gettext("Doelen zonder initiatief"), one.without_initiative, two.without_initiative),
        Figure(gettext("Bijdragen gegeven, in totaal"), len(one.gifts), len(two.gifts)),
        Figure(gettext("Geld gegeven, in totaal"), round(one.money), round(two.money), is_money=True),
        Figure(gettext("Afspraken die open stonden"), len(one.open), len(two.open)),
        Figure(gettext("Afspraken die waren nagekomen"), len(one.kept), len(two.kept)),
    ]
    if Hurting.LATE_AGREEMENTS in published:
        counted += [
            Figure(gettext("Afspraken die te laat waren"), _enough(len(one.late)), _enough(len(two.late))),
            Figure(gettext("Te laat, en verteld aan het initiatief"), _enough(one.told), _enough(two.told)),
            Figure(gettext("Te laat, en niet verteld"), _enough(one.untold), _enough(two.untold)),
        ]
    if Hurting.WAITING_TIMES not in published:
        return tuple(counted)
    for first, second in zip(one.queues, two.queues, strict=True):
        kind = str(DECISION_KIND_LABELS[first.kind])
        counted += [
            Figure(gettext("%(kind)s: wachtte op een besluit", kind=kind), len(first.waiting), len(second.waiting)),
            Figure(gettext("%(kind)s: de helft wachtte langer dan (dagen)", kind=kind), first.median, second.median),
        ]
    return tuple(counted)


def changes(found: Comparison) -> tuple[Change, ...]:
    """The lists of what changed; empty lists are left out."""
    early, late = found.before.on, found.after.on
    # What is new stands in a list of its own: it had no status before.
    new = {each.id for each in found.new_initiatives}
    lists = [
        Change(
            "wethouders",
            gettext("Andere verantwoordelijke wethouder"),
            tuple(
                Line(
                    each.about.name,
                    moment(each.about.kind, each.about.id, late),
                    " | ".join(each.before) or gettext("Nog niemand"),
                    " | ".join(each.after) or gettext("Niemand meer"),
                )
                for each in found.handovers
            ),
        ),
        Change("nieuw", gettext("Nieuwe initiatieven"), _lines(found.new_initiatives, late)),
        Change("weg", gettext("Initiatieven die niet meer meetellen"), _lines(found.gone_initiatives, early)),
        Change(
            "status",
            gettext("Initiatieven met een andere status"),
            tuple(
                Line(
                    each.about.name,
                    moment(each.about.kind, each.about.id, late),
                    status_label(each.before) if each.before else gettext("Niet bekend"),
                    status_label(each.after) if each.after else "",
                )
                for each in found.moved
                if each.about.id not in new
            ),
        ),
        Change("doelen-erbij", gettext("Doelen die een initiatief kregen"), _lines(found.goals_found, late)),
        Change("doelen-eraf", gettext("Doelen die geen initiatief meer hebben"), _lines(found.goals_lost, late)),
        Change("gemaakt", gettext("Afspraken die erbij kwamen"), _lines(found.made, late)),
        Change("nagekomen", gettext("Afspraken die zijn nagekomen"), _lines(found.kept, late)),
        Change("gevraagd", gettext("Besluiten waarop nu wordt gewacht"), _lines(found.asked, late)),
        Change("besloten", gettext("Besluiten waarop niet meer wordt gewacht"), _lines(found.no_longer_waiting, late)),
        Change(
            "gegeven",
            gettext("Bijdragen die zijn gegeven"),
            tuple(
                Line(
                    each.name,
                    moment(Kind.CONTRIBUTION, each.id, late),
                    after=" ".join(
                        part for part in (each.receiver.name if each.receiver else "", euros(each.amount)) if part
                    ),
                )
                for each in found.given
            ),
        ),
        Change("resultaten", gettext("Resultaten die zijn bereikt"), _came(found.results, late)),
        Change(
            "afwegingen",
            gettext("Afwegingen die aan het initiatief zijn verteld"),
            _came((replace(each, detail=_outcome(each.detail)) for each in found.assessed), late),
        ),
    ]
    return tuple(each for each in lists if each.lines)


def limits(found: Comparison) -> tuple[str, ...]:
    """What was not looked at, so that some counts are too low and some changes are not listed."""
    sentences = []
    if found.agreements_are_cut:
        sentences.append(
            gettext(
                "Wij keken op elke dag naar de nieuwste %(most)s afspraken. Er kunnen er meer zijn.",
                most=number(commitments.MOST_READ),
            )
        )
    if found.waiting_is_cut:
        sentences.append(
            gettext(
                "Wij keken op elke dag per soort naar de %(most)s besluiten waarop het langst werd gewacht. "
                "Er kunnen er meer zijn.",
                most=number(comparing.MOST_WAITING),
            )
        )
    return tuple(sentences)


def moment(kind: Kind, record_id: str, on: dt.date) -> str:
    """The page of a record as it stood on a day."""
    return f"/{FOLDER[kind]}/{record_id}?{DAY}={on.isoformat()}"


def headings(found: Comparison) -> tuple[str, ...]:
    """The columns of the file."""
    return (gettext("Onderdeel"), gettext("Wat"), day(found.before.on), day(found.after.on), gettext("Verschil"))


def lines(found: Comparison, published: Collection[Hurting]) -> list[tuple[Any, ...]]:
    """The lines of the file: the figures with what was not looked at, then what changed."""
    counted = [
        (gettext("Aantallen"), each.label, _cell(each.before), _cell(each.after), _cell(each.difference))
        for each in figures(found, published)
    ]
    changed = [
        (change.title, line.name, line.before, line.after, "") for change in changes(found) for line in change.lines
    ]
    limited = [(gettext("Let op"), sentence, "", "", "") for sentence in limits(found)]
    return [*counted, *limited, *changed]


def _enough(count: int) -> int | None:
    """A count that can hurt, not told when it would be about recognisable cases."""
    return None if 0 < count < FEWEST else count


def _cell(value: int | None) -> int | str:
    return gettext("te weinig gegevens") if value is None else value


def _came(found: Iterable[Came], on: dt.date) -> tuple[Line, ...]:
    return tuple(
        Line(
            each.about.name,
            moment(each.about.kind, each.about.id, on),
            after=": ".join(part for part in (each.initiative, each.detail) if part),
        )
        for each in found
    )


def _outcome(value: str | None) -> str | None:
    return str(OUTCOME_LABELS[Outcome(value)]) if value else None


def _lines(found: Iterable[Mention], on: dt.date) -> tuple[Line, ...]:
    return tuple(Line(each.name, moment(each.kind, each.id, on)) for each in found)
