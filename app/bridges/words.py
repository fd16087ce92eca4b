"""What the parts of a bridge are called on the screen."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from flask_babel import force_locale, gettext
from flask_babel import lazy_gettext as _

from app.choices import BRIDGE_LABELS
from graph.bridges.novelty import MIDDLE, Part
from graph.bridges.page import Rarity
from graph.bridges.standing import Because, Happened, State
from graph.bridges.weights import Evidence
from graph.model import Kind

if TYPE_CHECKING:
    from app.bridges.listing import Option
    from graph.bridges.novelty import Novelty
    from graph.bridges.standing import Event
    from graph.bridges.suggestions import Suggestion

STATES = BRIDGE_LABELS
# The colour of the badge.
TONES = {State.SUGGESTED: "success", State.REFUSED: "plain", State.STOPPED: "plain", State.KNOWN_ALREADY: "plain"}
# What a bridge joins.
SORTS = {"initiatief": _("Twee initiatieven"), "organisatie": _("Initiatief en organisatie")}
REASONS = {
    Evidence.GOAL: _("Gedeeld doel"),
    Evidence.THEME: _("Gedeeld thema"),
    Evidence.PARTNER: _("Gedeelde partner"),
    Evidence.SCHEME: _("Zelfde regeling"),
    Evidence.DEPARTMENT: _("Zelfde team"),
    Evidence.AREA: _("Zelfde gebied"),
    Evidence.PERSON: _("Zelfde persoon"),
    Evidence.DECISION: _("Zelfde besluit"),
    Evidence.WORD: _("Zelfde woorden"),
    Evidence.OFFERED: _("Zoekt en biedt"),
    Evidence.SOUGHT: _("Zoekt en biedt"),
    Evidence.NEAR_GOAL: _("Verwant doel"),
    Evidence.NEAR_THEME: _("Verwant thema"),
    Evidence.NEAR_AREA: _("Dicht bij elkaar"),
    Evidence.NOTE: _("Zelfde beleidsnota"),
}
KINDS = {
    Evidence.GOAL: Kind.GOAL,
    Evidence.THEME: Kind.THEME,
    Evidence.PARTNER: Kind.ORGANISATION,
    Evidence.SCHEME: Kind.SUBSIDY_SCHEME,
    Evidence.DEPARTMENT: Kind.DEPARTMENT,
    Evidence.AREA: Kind.AREA,
    Evidence.PERSON: Kind.PERSON,
    Evidence.DECISION: Kind.DECISION,
    Evidence.NOTE: Kind.POLICY_NOTE,
    Evidence.OFFERED: Kind.OFFER,
    Evidence.SOUGHT: Kind.NEED,
}
RARITY = {
    Rarity.VERY_RARE: _("zeer zeldzaam"),
    Rarity.RARE: _("zeldzaam"),
    Rarity.FAIRLY_RARE: _("vrij zeldzaam"),
    Rarity.COMMON: _("gewoon"),
    Rarity.VERY_COMMON: _("heel gewoon"),
}
# Of ten blocks.
STRENGTH = {Rarity.VERY_RARE: 9, Rarity.RARE: 6, Rarity.FAIRLY_RARE: 4, Rarity.COMMON: 2, Rarity.VERY_COMMON: 1}
# So many values of a filter show before the rest is asked for.
AT_ONCE = 7
# The steps of the dial, from 1.
NOVELTY = (_("vertrouwd"), _("redelijk vertrouwd"), _("in het midden"), _("redelijk verrassend"), _("verrassend"))
_NEW = {
    Part.PEOPLE: _("geen gedeelde mensen bekend"),
    Part.DEPARTMENT: _("een ander team"),
    Part.AREA: _("een ander gebied"),
    Part.COMMUNITY: _("een andere kring van initiatieven"),
    Part.HOLE: _("bijna niemand om hen heen kent de ander"),
}
_SAME = {
    Part.PEOPLE: _("dezelfde persoon"),
    Part.DEPARTMENT: _("hetzelfde team"),
    Part.AREA: _("hetzelfde gebied"),
    Part.COMMUNITY: _("dezelfde kring van initiatieven"),
}
ORDERS = (
    _("Het meest vertrouwde staat bovenaan."),
    _("Wat vertrouwd is, telt zwaarder mee."),
    _("Het meest bijzondere staat bovenaan."),
    _("Wat verrassend is, telt zwaarder mee."),
    _("Het meest verrassende staat bovenaan."),
)
# The next steps from a state, with the words on the button.
NEXT = {
    State.ACCEPTED: ((State.INTRODUCED, _("Ik stelde hen aan elkaar voor")),),
    State.INTRODUCED: ((State.MET, _("Zij ontmoetten elkaar")), (State.WORKING_TOGETHER, _("Zij werken samen"))),
    State.MET: ((State.WORKING_TOGETHER, _("Zij werken samen")), (State.RESULT, _("Leg het resultaat vast"))),
    State.WORKING_TOGETHER: ((State.RESULT, _("Leg het resultaat vast")),),
}
DONE = {
    State.INTRODUCED: _("Vastgelegd: zij zijn aan elkaar voorgesteld."),
    State.MET: _("Vastgelegd: zij ontmoetten elkaar."),
    State.WORKING_TOGETHER: _("Vastgelegd: zij werken samen."),
    State.RESULT: _("Het resultaat is vastgelegd."),
    State.STOPPED: _("Vastgelegd: deze brug is gestopt. De reden is bewaard."),
}
# What to do when nothing was heard for too long.
REMINDERS = {
    State.ASKED: _("Herinner beide groepen"),
    State.ACCEPTED: _("Ik neem contact met hen op"),
    State.INTRODUCED: _("Vraag of zij elkaar zagen"),
    State.MET: _("Vraag hoe het ging"),
    State.WORKING_TOGETHER: _("Vraag hoe het gaat"),
}
ANSWERS = {Happened.YES: _("Ja"), Happened.NO: _("Nee")}
HAPPENED = {
    Happened.YES: _("%(name)s zegt ja"),
    Happened.NO: _("%(name)s zegt nee"),
    Happened.WISH: _("Wat beide groepen willen, in andere woorden"),
    Happened.REMINDED: _("Gevraagd hoe het staat"),
    Happened.REOPENED: _("Toch opnieuw gevraagd, na een nee"),
}
REFUSALS = {
    Because.TOPIC: _("het onderwerp verschilt te veel"),
    Because.STOPPED: _("een van beide is gestopt"),
    Because.UNWANTED: _("zij willen dit niet"),
    Because.SILENCE: _("zij antwoorden niet"),
    Because.OTHER: _("een andere reden"),
}
# What a group that says no can answer to why: to the bridge-builder, and in its own words.
NO_REASONS = {
    Because.TOPIC: _("het onderwerp verschilt te veel"),
    Because.NO_TIME: _("zij hebben er nu geen tijd voor"),
    Because.KNOWN: _("zij kennen elkaar al"),
    Because.UNWANTED: _("zij willen dit niet"),
}
_SEPARATOR = ": "
OWN_NO_REASONS = {
    Because.TOPIC: _("Het onderwerp past niet bij ons"),
    Because.NO_TIME: _("Wij hebben er nu geen tijd voor"),
    Because.KNOWN: _("Wij kennen hen al"),
    Because.UNWANTED: _("Dat zeggen wij liever niet"),
}
INTRODUCERS = {
    "contact": _("Vaste contactpersoon van beide initiatieven."),
    "partner": _("Werkt bij %(name)s, partner van beide."),
    "account_holder": _("Aanspreekpunt voor ‘%(name)s’."),
    "contact_of": _("Vaste contactpersoon van ‘%(name)s’."),
}


def novelty(found: Novelty) -> str:
    """How familiar or surprising a bridge is, with what makes it so."""
    new, known = [part for part in _NEW if part in found.new], [part for part in _SAME if found.parts[part] == 0]
    what = [str(_NEW[part]) for part in new] if found.step > MIDDLE else [str(_SAME[part]) for part in known]
    word = str(NOVELTY[found.step - 1])
    if found.step == MIDDLE:
        what = [str(_NEW[part]) for part in new[:2]] + [gettext("wel %(what)s", what=_SAME[part]) for part in known[:2]]
    if not what:
        return gettext("Deze brug is %(word)s.", word=word)
    return gettext("Deze brug is %(word)s: %(what)s.", word=word, what=listed(what))


def first_shown(options: list[Option]) -> list[Option]:
    """The values of a filter that show at once: the most frequent, and what is chosen; the rest opens on demand."""
    if len(options) <= AT_ONCE + 1:
        return options
    return [each for number, each in enumerate(options) if number < AT_ONCE or each.chosen]


def parts(found: Suggestion) -> list[tuple[str, int]]:
    """What each kind of reason adds to the score, in whole percents of it, most first."""
    added: dict[str, float] = {}
    for kind, part in found.parts.items():
        label = str(REASONS[kind])
        added[label] = added.get(label, 0.0) + part
    whole = sum(added.values()) or 1.0
    ordered = sorted(added.items(), key=lambda item: (-item[1], item[0]))
    return [(label, round(100 * part / whole)) for label, part in ordered]


def listed(parts: list[str]) -> str:
    """`a, b en c`."""
    return str(gettext("%(first)s en %(last)s", first=", ".join(parts[:-1]), last=parts[-1])) if parts[1:] else parts[0]


def happened(event: Event) -> str:
    """A line of the history, in words."""
    if event.what is Happened.STATE:
        return str(STATES[event.state])
    return str(HAPPENED[event.what]) % {"name": event.about} if event.about else str(HAPPENED[event.what])


def kept_reason(because: Because, own_words: str = "") -> str:
    """Why a bridge ended as it is kept: always in Dutch, whatever language the one who says it reads."""
    with force_locale("nl"):
        reason = str((REFUSALS | NO_REASONS)[because])
    return f"{reason}{_SEPARATOR}{own_words}" if own_words else reason


def told_reason(kept: str) -> str:
    """What was kept with a step, for the reader: a known reason in the reader's language, own words as they are."""
    reason, mark, own_words = kept.partition(_SEPARATOR)
    because = _in_dutch().get(reason)
    return f"{(REFUSALS | NO_REASONS)[because]}{mark}{own_words}" if because else kept


@cache
def _in_dutch() -> dict[str, Because]:
    with force_locale("nl"):
        return {str(words): because for because, words in (REFUSALS | NO_REASONS).items()}
