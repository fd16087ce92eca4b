"""The list of bridges as cards, and what its filters count."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from flask_babel import gettext
from flask_babel import lazy_gettext as _

from app.bridges import words
from app.filtering import Search, offered
from app.sentences import headline, short
from graph.bridges import novelty
from graph.bridges.standing import State
from graph.bridges.weights import Evidence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from graph.bridges.inbox import Facets, Inbox, Suggested, UnderWay
    from graph.bridges.suggestions import Pair, Reason
    from graph.mentions import Mention
    from graph.network.structure import Structure

# So many areas or themes are named as seldom seen, when another is seen so many times as much.
SELDOM, THRICE = 2, 3


class Order(StrEnum):
    """In which order the list stands."""

    BEST = "beste"
    AREAS = "wijken"
    THEMES = "themas"


class Sort(StrEnum):
    """What a bridge joins: two initiatives, or an initiative and an organisation."""

    INITIATIVES = "initiatief"
    ORGANISATION = "organisatie"


@dataclass(frozen=True, slots=True)
class Card:
    """One bridge in the list; `detail` is the reason in words, or what was said with the last step.

    `around` are areas around `areas`, `broader` themes above `themes`. `who` is the bridge-builder who took the last
    step, or contact person while nobody did. `sort` says what stands at its ends. Of a new one `pair` is what was
    found: `told` gives it its detail and novelty, which takes time and is not needed to filter.
    """

    state: State
    first_id: str
    first: str
    second_id: str
    second: str
    detail: str
    reasons: tuple[Reason, ...] = ()
    areas: tuple[Mention, ...] = ()
    around: tuple[Mention, ...] = ()
    novelty: int | None = None
    days: int = 0
    is_late: bool = False
    themes: tuple[Mention, ...] = ()
    broader: tuple[Mention, ...] = ()
    who: tuple[str, ...] = ()
    sort: Sort = Sort.INITIATIVES
    pair: Pair | None = None
    values: Mapping[str, frozenset[str]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Work out once what each filter looks at: a list asks for it many times."""
        values = {name: frozenset(of_card(self)) for name, of_card in _VALUES.items()}
        object.__setattr__(self, "values", values)

    @property
    def is_new_pair(self) -> bool:
        """Whether it is a suggestion of two initiatives."""
        return self.state is State.SUGGESTED and self.sort is Sort.INITIATIVES

    @property
    def places(self) -> frozenset[str]:
        """Its areas and those around them, by id."""
        return _ids(self.areas + self.around)

    @property
    def subjects(self) -> frozenset[str]:
        """Its themes and those above them, by id."""
        return _ids(self.themes + self.broader)

    @property
    def evidence(self) -> frozenset[Evidence]:
        """The kinds of its strongest reasons; who of the two offers makes no difference here."""
        return frozenset(Evidence.OFFERED if each.kind is Evidence.SOUGHT else each.kind for each in self.reasons)


_VALUES: dict[str, Callable[[Card], Iterable[str]]] = {
    "states": lambda card: [card.state.value],
    "sorts": lambda card: [card.sort.value],
    "reasons": lambda card: card.evidence,
    "areas": lambda card: card.places,
    "themes": lambda card: card.subjects,
    "who": lambda card: card.who,
}


# In the order of the screen: the name in the address, and what stands above it.
_FIELDS = {
    "states": ("staat", _("Hoe staat het ermee?")),
    "sorts": ("soort", _("Soort brug")),
    "who": ("wie", _("Wie")),
    "reasons": ("reden", _("Reden")),
    "themes": ("thema", _("Thema")),
    "areas": ("gebied", _("Gebied")),
}


@dataclass(frozen=True, slots=True)
class Option:
    """One value of a filter."""

    value: str
    label: str
    count: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class Group:
    """One filter on the screen: its name in the address, what stands above it, and its values, or some of many."""

    name: str
    legend: str
    options: tuple[Option, ...]
    search: Search | None


@dataclass(frozen=True)
class Filters:
    """What is chosen: states, kinds of reason, areas, themes, people, sorts, and whether only what waits too long.

    Areas and themes by id: two of the same name are two. Nothing is everything, but of the states: nothing is what is
    new.
    """

    states: frozenset[str]
    reasons: frozenset[str]
    areas: frozenset[str]
    late: bool = False
    themes: frozenset[str] = frozenset()
    who: frozenset[str] = frozenset()
    sorts: frozenset[str] = frozenset()

    @property
    def shown_states(self) -> frozenset[str]:
        """The states that the list holds: those chosen, else what is new, or everything that waits too long."""
        return self.states or frozenset(State if self.late else {State.SUGGESTED})

    @cached_property
    def wanted(self) -> list[tuple[str, frozenset[str]]]:
        """Each filter in which something is chosen, with what."""
        chosen = ((name, self.shown_states if name == "states" else getattr(self, name)) for name in _VALUES)
        return [(name, values) for name, values in chosen if values]

    def fit(self, card: Card) -> bool:
        """Whether the card passes every filter."""
        return not self.stopping(card)

    def stopping(self, card: Card) -> set[str]:
        """The names of the filters that the card does not pass."""
        stopping = {name for name, values in self.wanted if values.isdisjoint(card.values[name])}
        return stopping | {"late"} if self.late and not card.is_late else stopping


def cards(inbox: Inbox, structure: Structure, *, step: int) -> list[Card]:
    """Every bridge as a card: new ones first, in the order of the dial."""
    card_of = _new_cards(inbox.suggested)
    new = [card_of[id(pair)] for pair in novelty.ordered(inbox.new, structure, step=step)]
    return new + [_under_way(each, inbox.facets) for each in inbox.under_way]


@lru_cache(4)
def _new_cards(suggested: Suggested) -> dict[int, Card]:
    """The card of each new suggestion, by the identity of its pair: they are many, and the same until they change."""
    return {id(pair): _new(pair, suggested.facets) for pair in suggested.pairs}


def told(card: Card, structure: Structure) -> Card:
    """The card with its reason in words, and how new the bridge would be."""
    if card.pair is None:
        return card
    suggestion = card.pair.suggestion
    step = None if suggestion.other.is_organisation else novelty.of(card.pair, structure).step
    return replace(card, detail=short(suggestion.reasons), novelty=step)


def options(cards: Sequence[Card], filters: Filters, *, me: str = "") -> dict[str, list[Option]]:
    """What each filter would leave: `states`, `reasons`, `areas`, `themes`, `sorts`, `who` (`me` first)."""
    chosen = {name: getattr(filters, name) for name in _VALUES}
    if not filters.late:
        chosen["states"] = filters.shown_states
    counts = {name: dict.fromkeys(values, 0) for name, values in chosen.items()}
    for card in cards:
        stopping = filters.stopping(card)
        for name, values in card.values.items():
            # What the filter itself stops counts: those are the others to choose from.
            if stopping <= {name}:
                counted = counts[name]
                for value in values:
                    counted[value] = counted.get(value, 0) + 1
    mentioned = (card.areas + card.around + card.themes + card.broader for card in cards)
    names = {each.id: each.name for some in mentioned for each in some}
    labels: dict[str, Callable[[str], str]] = {
        **dict.fromkeys(("areas", "themes"), lambda value: names.get(value) or gettext("onbekend")),
        "states": lambda value: str(words.STATES[State(value)]),
        "sorts": lambda value: str(words.SORTS[value]),
        "reasons": lambda value: str(words.REASONS[Evidence(value)]),
        "who": lambda name: _person(name, me),
    }
    made = {
        name: [
            Option(value, labels.get(name, str)(value), count, value in chosen[name])
            for value, count in sorted(found.items(), key=lambda item: (-item[1], names.get(item[0], item[0]), item[0]))
        ]
        for name, found in counts.items()
    }
    return made | {"who": sorted(made["who"], key=lambda option: option.value != me)}


def groups(cards: Sequence[Card], filters: Filters, *, me: str) -> list[Group]:
    """The filters that have a choice, in the order of the screen."""
    every = options(cards, filters, me=me)
    found = []
    for name, (asked, legend) in _FIELDS.items():
        known = {each.value: each for each in every[name]}
        rows = [(each.value, each.label, each.count) for each in known.values()]
        some, search = offered(asked, rows, {each.value for each in known.values() if each.chosen})
        found.append(Group(asked, str(legend), tuple(known[value] for value, *_ in some), search))
    return [each for each in found if each.options]


def in_turns(cards: Sequence[Card], order: Order = Order.AREAS) -> list[Card]:
    """The cards so that each area or theme gets its turn: the best of every one, then the second, and so on."""
    turn: Counter[Mention | None] = Counter()
    placed = []
    for number, card in enumerate(cards):
        groups = (card.themes if order is Order.THEMES else card.areas) or (None,)
        turn.update(groups)
        placed.append((min(turn[group] for group in groups), number, card))
    return [card for _, _, card in sorted(placed, key=lambda each: each[:2])]


def seldom(cards: Sequence[Card], filters: Filters, order: Order = Order.AREAS) -> list[Mention]:
    """At most two areas (or themes) that come up least among the new bridges, where others come up thrice as much."""
    by_theme = order is Order.THEMES
    if filters.late or (filters.themes if by_theme else filters.areas):
        return []
    new = (card for card in cards if card.state is State.SUGGESTED)
    groups = [each for card in new for each in (card.themes if by_theme else card.areas)]
    named = {each.id: each for each in groups}
    counts = Counter(each.id for each in groups)
    ordered = sorted(counts.items(), key=lambda item: (item[1], named[item[0]].name, item[0]))
    return [named[group] for group, count in ordered[:SELDOM] if ordered[-1][1] >= THRICE * count]


def _person(name: str, me: str) -> str:
    return gettext("Van mij (%(name)s)", name=name) if name == me else name


def _new(pair: Pair, facets: Mapping[str, Facets]) -> Card:
    suggestion = pair.suggestion
    sides = pair.first.id, suggestion.other.id
    return Card(
        state=State.SUGGESTED,
        first_id=pair.first.id,
        first=pair.first.name,
        second_id=suggestion.other.id,
        second=suggestion.other.name,
        detail="",
        reasons=tuple(headline(suggestion.reasons)),
        areas=_of_both(facets, sides, lambda side: side.areas),
        around=_of_both(facets, sides, lambda side: side.around),
        themes=_of_both(facets, sides, lambda side: side.themes),
        broader=_of_both(facets, sides, lambda side: side.broader),
        who=tuple(sorted({name for side in sides if side in facets for name in facets[side].contacts})),
        sort=Sort.ORGANISATION if suggestion.other.is_organisation else Sort.INITIATIVES,
        pair=pair,
    )


def _under_way(each: UnderWay, facets: Mapping[str, Facets]) -> Card:
    by = gettext("Laatste stap door %(name)s.", name=each.by) if each.by else ""
    detail = f"{words.told_reason(each.text or '')} {by}".strip()
    sides = each.first_id, each.second_id
    return Card(
        each.state,
        each.first_id,
        each.first,
        each.second_id,
        each.second,
        detail,
        areas=_of_both(facets, sides, lambda side: side.areas),
        around=_of_both(facets, sides, lambda side: side.around),
        days=each.days,
        is_late=each.is_late,
        themes=_of_both(facets, sides, lambda side: side.themes),
        broader=_of_both(facets, sides, lambda side: side.broader),
        who=(each.builder,) if each.builder else (),
        sort=Sort.ORGANISATION if each.with_organisation else Sort.INITIATIVES,
    )


def _of_both(
    facets: Mapping[str, Facets], sides: Iterable[str], what: Callable[[Facets], Iterable[Mention]]
) -> tuple[Mention, ...]:
    found = {each for side in sides if side in facets for each in what(facets[side])}
    return tuple(sorted(found, key=lambda each: (each.name, each.id)))


def _ids(mentions: Iterable[Mention]) -> frozenset[str]:
    return frozenset(each.id for each in mentions)
