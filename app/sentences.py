"""Why two should meet, in Dutch sentences that claim no more than we know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask_babel import force_locale, gettext, ngettext
from flask_babel import lazy_gettext as _

from app import party_sentences
from graph.bridges.suggestions import COUNTED_TO, STRONGEST, Reason
from graph.bridges.weights import Evidence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.bridges.suggestions import Pair

# What tells that two initiatives really do something alike; a scheme, a team or a word alone does not.
SUBSTANCE = frozenset(
    {
        *(Evidence.GOAL, Evidence.NEAR_GOAL, Evidence.PARTNER, Evidence.PERSON, Evidence.DECISION),
        *(Evidence.OFFERED, Evidence.SOUGHT),
    }
)
# A thing that at most this many have says something by itself.
RARE = 12


# What two initiatives share, with both their names.
_BECAUSE = {
    Evidence.GOAL: _("%(first)s en %(second)s werken allebei aan het doel ‘%(thing)s’."),
    Evidence.THEME: _("%(first)s en %(second)s gaan allebei over ‘%(thing)s’."),
    Evidence.PARTNER: _("%(first)s en %(second)s werken allebei samen met %(thing)s."),
    Evidence.SCHEME: _("%(first)s en %(second)s kregen of vroegen allebei steun uit de regeling ‘%(thing)s’."),
    Evidence.DEPARTMENT: _("%(first)s en %(second)s hebben allebei te maken met %(team)s."),
    Evidence.AREA: _("%(first)s en %(second)s zijn allebei actief in %(thing)s."),
    Evidence.PERSON: _("%(first)s en %(second)s hebben allebei te maken met %(thing)s."),
    Evidence.DECISION: _("%(first)s en %(second)s wachten allebei op hetzelfde besluit: ‘%(thing)s’."),
    Evidence.WORD: _("%(first)s en %(second)s schrijven allebei over ‘%(thing)s’."),
    Evidence.OFFERED: _("%(second)s biedt: %(thing)s. %(first)s zoekt: %(ours)s."),
    Evidence.SOUGHT: _("%(first)s biedt: %(ours)s. %(second)s zoekt: %(thing)s."),
    Evidence.NEAR_GOAL: _(
        "%(first)s werkt aan het doel ‘%(ours)s’ en %(second)s aan ‘%(thing)s’. Die doelen horen bij elkaar."
    ),
    Evidence.NEAR_THEME: _(
        "%(first)s gaat over ‘%(ours)s’ en %(second)s over ‘%(thing)s’. Die thema’s horen bij elkaar."
    ),
    Evidence.NEAR_AREA: _("%(first)s is actief in %(ours)s en %(second)s in %(thing)s. Dat is dichtbij."),
    Evidence.NOTE: _(
        "%(first)s werkt aan het doel ‘%(ours)s’ en %(second)s aan ‘%(thing)s’. "
        "Beide doelen staan in de beleidsnota ‘%(note)s’."
    ),
}
# What they share besides.
_ALSO = {
    Evidence.GOAL: _("Zij werken ook allebei aan het doel ‘%(thing)s’."),
    Evidence.THEME: _("Zij gaan ook allebei over ‘%(thing)s’."),
    Evidence.PARTNER: _("Zij werken ook allebei samen met %(thing)s."),
    Evidence.SCHEME: _("Zij kregen of vroegen ook allebei steun uit de regeling ‘%(thing)s’."),
    Evidence.DEPARTMENT: _("Zij hebben ook allebei te maken met %(team)s."),
    Evidence.AREA: _("Zij zijn ook allebei actief in %(thing)s."),
    Evidence.PERSON: _("Zij hebben ook allebei te maken met %(thing)s."),
    Evidence.DECISION: _("Zij wachten ook allebei op hetzelfde besluit: ‘%(thing)s’."),
    Evidence.WORD: _("Zij schrijven ook allebei over ‘%(thing)s’."),
    Evidence.OFFERED: _("De eerste zoekt ook: %(ours)s. De tweede biedt: %(thing)s."),
    Evidence.SOUGHT: _("De eerste biedt ook: %(ours)s. De tweede zoekt: %(thing)s."),
    Evidence.NEAR_GOAL: _("Ook de doelen ‘%(ours)s’ en ‘%(thing)s’ horen bij elkaar."),
    Evidence.NEAR_THEME: _("Ook de thema’s ‘%(ours)s’ en ‘%(thing)s’ horen bij elkaar."),
    Evidence.NEAR_AREA: _("Zij zijn ook dicht bij elkaar actief: in %(ours)s en in %(thing)s."),
    Evidence.NOTE: _("Hun doelen ‘%(ours)s’ en ‘%(thing)s’ staan ook in dezelfde beleidsnota: ‘%(note)s’."),
}
_THEY = {
    Evidence.GOAL: _("Zij werken allebei aan het doel ‘%(thing)s’."),
    Evidence.THEME: _("Zij gaan allebei over ‘%(thing)s’."),
    Evidence.PARTNER: _("Zij werken allebei samen met %(thing)s."),
    Evidence.SCHEME: _("Zij kregen of vroegen allebei steun uit de regeling ‘%(thing)s’."),
    Evidence.DEPARTMENT: _("Zij hebben allebei te maken met %(team)s."),
    Evidence.AREA: _("Zij zijn allebei actief in %(thing)s."),
    Evidence.PERSON: _("Zij hebben allebei te maken met %(thing)s."),
    Evidence.DECISION: _("Zij wachten allebei op hetzelfde besluit: ‘%(thing)s’."),
    Evidence.WORD: _("Zij schrijven allebei over ‘%(thing)s’."),
    Evidence.OFFERED: _("De een biedt: %(thing)s. De ander zoekt: %(ours)s."),
    Evidence.SOUGHT: _("De een biedt: %(ours)s. De ander zoekt: %(thing)s."),
    Evidence.NEAR_GOAL: _("De doelen ‘%(ours)s’ en ‘%(thing)s’ horen bij elkaar."),
    Evidence.NEAR_THEME: _("De thema’s ‘%(ours)s’ en ‘%(thing)s’ horen bij elkaar."),
    Evidence.NEAR_AREA: _("Zij zijn dicht bij elkaar actief: in %(ours)s en in %(thing)s."),
    Evidence.NOTE: _("De doelen ‘%(ours)s’ en ‘%(thing)s’ staan in dezelfde beleidsnota: ‘%(note)s’."),
}


def why(first: str, second: str, reasons: Sequence[Reason], *, most: int = COUNTED_TO) -> str:
    """The sentences for a suggestion: its two strongest reasons, the count of the strongest, and what we do not see.

    `most` is the figure up to which was counted; a higher one is told as "more than".
    """
    strongest = headline(reasons)
    parts = [because(first, second, strongest[0])]
    counted = known(strongest[0], most=most)
    if counted:
        parts.append(counted)
    parts += [also(reason) for reason in strongest[1:]]
    parts.append(gettext("Wij zien nog geen contact tussen deze twee."))
    if thin(reasons):
        parts.append(gettext("Onze gegevens zijn hier beperkt."))
    return " ".join(parts)


def headline(reasons: Sequence[Reason]) -> Sequence[Reason]:
    """The two strongest reasons to name; a shared person introduces, and is a reason only for lack of others."""
    about = [reason for reason in reasons if reason.kind is not Evidence.PERSON]
    return (about or list(reasons))[:STRONGEST]


def thin(reasons: Sequence[Reason]) -> bool:
    """Whether we know so little that the sentence must say so: no goal, partner or person, and nothing rare."""
    if any(reason.kind in SUBSTANCE for reason in reasons):
        return False
    return all(reason.known is None or reason.known > RARE for reason in reasons)


def because(first: str, second: str, reason: Reason) -> str:
    """What the two share, with both their names."""
    return str(party_sentences.because(reason) or _BECAUSE[reason.kind]) % (
        {"first": first, "second": second} | _told(reason)
    )


def also(reason: Reason) -> str:
    """What the two share besides."""
    return str(party_sentences.they(reason) or _ALSO[reason.kind]) % _told(reason)


def known(reason: Reason, *, most: int = COUNTED_TO) -> str:
    """How many initiatives are known to have it; empty where that was not counted or says nothing."""
    if reason.known is None or reason.kind.is_near:
        return ""
    if reason.known > most:
        return str(gettext("Bij ons bekend: meer dan %(n)s initiatieven.", n=most))
    if reason.kind is Evidence.PARTNER and reason.known == STRONGEST:
        return str(gettext("Bij ons werkt verder niemand met %(thing)s.", thing=reason.name))
    return str(ngettext("Bij ons bekend: %(num)s initiatief.", "Bij ons bekend: %(num)s initiatieven.", reason.known))


def short(reasons: Sequence[Reason], *, most: int = COUNTED_TO) -> str:
    """The strongest reason in a list where both names stand above it, with its count."""
    first = headline(reasons)[0]
    return " ".join(part for part in (they(first), known(first, most=most)) if part)


def told(pair: Pair) -> str:
    """The strongest reason of a pair, where only one of the names stands above it."""
    return because(pair.first.name, pair.suggestion.other.name, headline(pair.suggestion.reasons)[0])


def they(reason: Reason) -> str:
    """What the two share, said of both."""
    return str(party_sentences.they(reason) or _THEY[reason.kind]) % _told(reason)


def shared_wish(reasons: Sequence[Reason]) -> str:
    """A first version of what both groups may want, for people to make their own; in Dutch, as the groups read it.

    It names no person. `reasons` are those that everybody may know.
    """
    reason = next((each for each in reasons if each.kind is not Evidence.PERSON), None)
    with force_locale("nl"):
        if reason is None:
            return gettext("Wij willen elkaar leren kennen, en weten wat de ander doet.")
        return _shared_wish(reason)


def _shared_wish(reason: Reason) -> str:
    if reason.kind in {Evidence.OFFERED, Evidence.SOUGHT}:
        return gettext("Wij kunnen elkaar helpen. %(exchange)s", exchange=they(reason))
    if reason.kind is Evidence.DECISION:
        return gettext(
            "Wij wachten allebei op ‘%(thing)s’. Wij willen weten hoe de ander daarmee omgaat.", thing=reason.name
        )
    if reason.kind is Evidence.NOTE:
        return gettext(
            "Onze doelen staan allebei in de beleidsnota ‘%(note)s’. Wij willen van elkaar leren.", note=reason.note
        )
    if reason.to_organisation and reason.kind.same is Evidence.GOAL:
        return gettext(
            "Wij hebben allebei met ‘%(thing)s’ te maken. Wij willen weten wat wij voor elkaar kunnen doen.",
            thing=reason.name,
        )
    return _wish(reason)


def _wish(reason: Reason) -> str:
    match reason.kind.same:
        case Evidence.GOAL:
            return gettext("Wij werken allebei aan ‘%(thing)s’. Samen komen wij daar verder mee.", thing=reason.name)
        case Evidence.THEME | Evidence.WORD:
            return gettext(
                "Wij houden ons allebei bezig met ‘%(thing)s’. Wij willen van elkaar leren.", thing=reason.name
            )
        case Evidence.PARTNER:
            return gettext(
                "Wij werken allebei samen met %(thing)s. Wij willen elkaar ook leren kennen.", thing=reason.name
            )
        case Evidence.AREA:
            return gettext(
                "Wij zijn allebei actief in %(thing)s. Wij willen weten wat de ander doet.", thing=reason.name
            )
        case _:
            return gettext(
                "Wij kregen allebei met ‘%(thing)s’ te maken. Wij willen van elkaar leren.", thing=reason.name
            )


def _told(reason: Reason) -> dict[str, str]:
    return {
        "thing": reason.name,
        "ours": reason.ours or "",
        "note": reason.note or "",
        "team": _team(reason.name),
        "through": reason.through or "",
    }


def _team(name: str) -> str:
    """A team inside a sentence: some names say themselves that they are a team."""
    return f"team {name[5:]}" if name.casefold().startswith("team ") else gettext("het team %(name)s", name=name)


def many_asked(done: int) -> str:
    """That the groups of several bridges are asked at once."""
    return str(
        ngettext(
            "Vastgelegd: u vraagt de groepen van %(num)s brug. De tekst staat op de pagina van de brug.",
            "Vastgelegd: u vraagt de groepen van %(num)s bruggen. De tekst staat op de pagina van elke brug.",
            done,
        )
    )


def further_already(left: int) -> str:
    """That some of several bridges were left alone."""
    return str(
        ngettext(
            "%(num)s brug was al verder, of een groep is gestopt of staat hier niet meer.",
            "%(num)s bruggen waren al verder, of een groep is gestopt of staat hier niet meer.",
            left,
        )
    )
