"""Why a need and an offer fit, and what happens in a ring, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask_babel import force_locale, gettext

from app.choices import SUPPLY_LABELS
from graph.model import Kind, SupplyKind
from graph.supply.matches import Way

if TYPE_CHECKING:
    from graph.supply.matches import Match, Place
    from graph.supply.rings import Ring, Step

MOST_WORDS = 3


def kind_of_supply(kind: SupplyKind | str | None) -> str:
    """The word for a kind of supply; empty where none was chosen."""
    return str(SUPPLY_LABELS[SupplyKind(kind)]) if kind else ""


def first_up(name: str) -> str:
    """A name as the beginning of a line: with a capital."""
    return name[:1].upper() + name[1:]


def says(match: Match) -> str:
    """Who offers or seeks what: "De Kavel biedt: compost."."""
    named = {"party": match.partner.name, "thing": match.other.name}
    if match.other.kind is Kind.OFFER:
        return str(gettext("%(party)s biedt: %(thing)s.", **named))
    return str(gettext("%(party)s zoekt: %(thing)s.", **named))


def why(match: Match) -> str:
    """The reason of a match in one sentence: the words, the kind and the place, as far as they count."""
    parts = []
    if match.words:
        words = ", ".join(f"‘{each}’" for each in match.words[:MOST_WORDS])
        parts.append(gettext("in beide staat %(words)s", words=words))
    if match.same_kind:
        parts.append(gettext("het is dezelfde soort (%(kind)s)", kind=kind_of_supply(match.supply_kind).lower()))
    if match.place:
        parts.append(_where(match.place))
    listed = gettext("%(first)s en %(last)s", first=", ".join(parts[:-1]), last=parts[-1]) if parts[1:] else parts[0]
    return str(gettext("Dit past, want %(reasons)s.", reasons=listed))


def proposal_to_keep(ring: Ring) -> str:
    """The proposal as the groups get it: in Dutch, whatever language the one who asks them reads."""
    with force_locale("nl"):
        return proposal(ring)


def proposal(ring: Ring) -> str:
    """The whole ring in one sentence that those in it understand."""
    names = [each.name for each in ring.parties]
    if len(names) == 2:  # noqa: PLR2004 — a ring of two
        return str(
            gettext(
                "%(a)s en %(b)s kunnen ruilen: %(a)s geeft ‘%(ab)s’ en krijgt ‘%(ba)s’.",
                a=names[0],
                b=names[1],
                ab=ring.steps[0].offer.name,
                ba=ring.steps[1].offer.name,
            )
        )
    return str(
        gettext(
            "%(a)s geeft ‘%(ab)s’ aan %(b)s. %(b)s geeft ‘%(bc)s’ aan %(c)s. "
            "%(c)s geeft ‘%(ca)s’ aan %(a)s. Zo geeft en krijgt iedereen iets.",
            a=names[0],
            b=names[1],
            c=names[2],
            ab=ring.steps[0].offer.name,
            bc=ring.steps[1].offer.name,
            ca=ring.steps[2].offer.name,
        )
    )


def step(each: Step) -> str:
    """One step of a ring: who offers what, and who seeks what."""
    return str(
        gettext(
            "%(giver)s biedt: %(offer)s. %(taker)s zoekt: %(need)s.",
            giver=each.giver.name,
            offer=each.offer.name,
            taker=each.taker.name,
            need=each.need.name,
        )
    )


def _where(place: Place) -> str:
    match place.way:
        case Way.SAME:
            return str(gettext("het is allebei in %(area)s", area=place.ours))
        case Way.AROUND:
            return str(gettext("%(ours)s en %(theirs)s horen bij elkaar", ours=place.ours, theirs=place.theirs))
        case Way.NEXT:
            return str(gettext("%(theirs)s ligt naast %(ours)s", ours=place.ours, theirs=place.theirs))
