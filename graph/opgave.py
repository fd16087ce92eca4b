"""An opgave (the top of a tree of goals) as a whole: its goals, who works at them and where, what is missing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph import clock, goals, officials
from graph.bridges import townwide
from graph.bridges.standing import State
from graph.mentions import Counted, Mention
from graph.model import AreaLevel, GoalLevel, Kind
from graph.network.picture import Picture, lines, nodes
from graph.query import Read
from graph.rights import Permission

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.bridges.suggestions import Pair
    from graph.goals import GoalFacts
    from graph.officials import Duty
    from graph.results import Result
    from graph.rights import Actor
    from graph.store import Transaction

MOST_BRIDGES = 1_000
# In which order records come into a picture that is smaller than the whole.
_ORDER = (
    Kind.GOAL,
    Kind.INITIATIVE,
    Kind.POLICY_NOTE,
    Kind.ORGANISATION,
    Kind.PERSON,
    Kind.SUBSIDY_SCHEME,
    Kind.AREA,
    Kind.THEME,
)


@dataclass(frozen=True, slots=True)
class Branch:
    """A goal in the tree: what it hangs under, how deep, and the initiatives that work at this goal itself."""

    id: str
    name: str
    code: str | None
    level: GoalLevel | None
    parent_id: str | None
    depth: int
    open_for_contribution: bool
    initiatives: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A district or neighbourhood, how many initiatives of the opgave are in it, and whether it is of the municipality.

    Every place is, where it is not set which municipality this is.
    """

    id: str
    name: str
    level: AreaLevel
    initiatives: int
    is_ours: bool


@dataclass(frozen=True, slots=True)
class Laid:
    """A bridge inside the opgave that came further than a suggestion."""

    state: State
    first_id: str
    first: str
    second_id: str
    second: str


@dataclass(frozen=True, slots=True)
class GoalInTree:
    """A goal of the opgave with how many different initiatives work at it or at a goal below it."""

    mention: Mention
    code: str | None
    depth: int
    open_for_contribution: bool
    initiatives: int


@dataclass(frozen=True, slots=True)
class Opgave:
    """Everything the page of an opgave shows; bridges are empty for who may not see them.

    `around` holds what is around goals and initiatives, by kind. `places` are those of one level of the map: all of the
    municipality, and of others where an initiative is. `under_way` are the last changed, at most `MOST_BRIDGES`;
    `suggested` those among the best of the town.
    """

    facts: GoalFacts
    goals: tuple[GoalInTree, ...]
    around: tuple[Counted, ...]
    places: tuple[Place, ...]
    aldermen: tuple[Duty, ...]
    officials: tuple[Duty, ...]
    results: tuple[Result, ...]
    under_way: tuple[Laid, ...]
    suggested: tuple[Pair, ...]

    def of(self, kind: Kind | str) -> list[Counted]:
        """What is around it of one kind (also as its plain name), that with most initiatives first."""
        return [each for each in self.around if each.kind == kind]

    @property
    def without_initiative(self) -> list[GoalInTree]:
        """The goals at which, and below which, no initiative is known."""
        return [each for each in self.goals if not each.initiatives]

    @property
    def own_places(self) -> list[Place]:
        """The places of the municipality itself."""
        return [each for each in self.places if each.is_ours]

    @property
    def empty_places(self) -> list[Place]:
        """Those of the municipality where no initiative of the opgave is known."""
        return [each for each in self.own_places if not each.initiatives]


TREE = Read("opgave/tree", Branch)
AROUND = Read("opgave/around", Counted)
PLACES = Read("opgave/places", Place)
BRIDGES = Read("opgave/bridges", Laid)


def page(tx: Transaction, *, actor: Actor, goal_id: str, municipality: str) -> Opgave:
    """The page of an opgave, or of any goal with those below it; raises NotFound, or Moved when it was merged.

    `municipality` is an area code: districts of others are not missing. Empty: every district counts.
    """
    top = goals.page(tx, actor=actor, goal_id=goal_id)
    named = {"visible": actor.visible, "on": clock.today()}
    branches = TREE.all(tx, id=goal_id, **named)
    ids = [each.id for each in branches]
    members = sorted({member for each in branches for member in each.initiatives})
    duties = officials.responsible(tx, actor=actor, record_ids=ids)
    seen = actor.may(Permission.SEE_BRIDGES)
    return Opgave(
        facts=top.facts,
        goals=tuple(_tree(branches)),
        around=tuple(AROUND.all(tx, goals=ids, initiatives=members, **named)),
        places=tuple(_one_level(PLACES.all(tx, initiatives=members, municipality=municipality or None, **named))),
        aldermen=_once(duty for each in ids for duty in duties[each].aldermen),
        officials=_once(duty for each in ids for duty in duties[each].officials),
        results=top.results,
        under_way=tuple(BRIDGES.all(tx, initiatives=members, limit=MOST_BRIDGES)) if seen else (),
        suggested=_inside(townwide.pairs(tx, actor=actor), set(members)) if seen else (),
    )


def picture(tx: Transaction, *, actor: Actor, opgave: Opgave, number: int) -> Picture:
    """The network of the opgave today: the goal itself and at most `number` records, goals first, then initiatives."""
    places = [each.id for each in opgave.places if each.initiatives]
    people = [duty.official.id for duty in (*opgave.aldermen, *opgave.officials)]
    ids = [each.mention.id for each in opgave.goals] + [each.id for each in opgave.around] + places + people
    place = {each: number for number, each in enumerate(dict.fromkeys(ids))}
    found = nodes(tx, actor=actor, ids=list(place))
    found.sort(key=lambda node: (node.id != opgave.facts.id, _ORDER.index(node.kind), place[node.id]))
    shown = found[: number + 1]
    return Picture(
        title=opgave.facts.name,
        centre=shown[0],
        nodes=tuple(shown),
        lines=tuple(lines(tx, actor=actor, ids=[node.id for node in shown])),
        total=len(found) - 1,
    )


def _tree(branches: list[Branch]) -> list[GoalInTree]:
    """The goals in the order of the tree, each with the different initiatives at it and below it."""
    below: dict[str | None, list[Branch]] = {}
    for each in branches:
        below.setdefault(each.parent_id, []).append(each)
    told: list[GoalInTree] = []

    def visit(branch: Branch) -> set[str]:
        at = len(told)
        members = set(branch.initiatives)
        told.append(_counted(branch, 0))
        for each in below.get(branch.id, []):
            members |= visit(each)
        told[at] = _counted(branch, len(members))
        return members

    for top in branches:
        if top.depth == 0:
            visit(top)
    return told


def _counted(branch: Branch, initiatives: int) -> GoalInTree:
    mention = Mention(Kind.GOAL, branch.id, branch.name)
    return GoalInTree(mention, branch.code, branch.depth, branch.open_for_contribution, initiatives)


def _one_level(places: list[Place]) -> list[Place]:
    """The districts; where the municipality, or the whole map, has none, the neighbourhoods."""
    levels = {each.level for each in places if each.is_ours} or {each.level for each in places}
    level = AreaLevel.DISTRICT if AreaLevel.DISTRICT in levels else AreaLevel.NEIGHBOURHOOD
    return [each for each in places if each.level is level]


def _once(duties: Iterable[Duty]) -> tuple[Duty, ...]:
    """Every official once, where nearest to one of the goals."""
    found: dict[str, Duty] = {}
    for duty in sorted(duties, key=lambda each: each.distance):
        found.setdefault(duty.official.id, duty)
    return tuple(found.values())


def _inside(pairs: Iterable[Pair], members: set[str]) -> tuple[Pair, ...]:
    inside = [pair for pair in pairs if {pair.first.id, pair.suggestion.other.id} <= members]
    return tuple(inside)
