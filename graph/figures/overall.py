"""The public overview of everything: how much there is of each, and what the municipality chose to publish of itself.

It is the same for everybody, so it is always read as a visitor reads.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph import assessments, clock, commitments, contributions, results
from graph.decisions import medians
from graph.decisions.medians import FEWEST
from graph.figures import switches
from graph.figures.reactions import Reaction, reactions
from graph.figures.switches import Figure, Switch
from graph.mentions import Mention
from graph.model import Kind
from graph.query import Read
from graph.rights import VISITOR, Permission

if TYPE_CHECKING:
    from graph.assessments import AssessmentInList
    from graph.contributions import Totals
    from graph.decisions.medians import Medians
    from graph.results import Result
    from graph.rights import Actor
    from graph.store import Transaction

MOST_TEAMS = 500
NEWEST = 5


@dataclass(frozen=True, slots=True)
class Counts:
    """How much there is of each that everybody may see."""

    initiatives: int
    results: int
    with_result: int
    lessons: int
    schemes: int
    open_schemes: int
    commitments: int
    assessments: int
    open_decisions: int
    needs: int
    offers: int


@dataclass(frozen=True, slots=True)
class Gifts:
    """Contributions that were given, and the euros among them."""

    given: int
    granted: float


@dataclass(frozen=True, slots=True)
class Outcomes:
    """How the assessments of initiatives of one team came out."""

    kind: Kind
    id: str
    name: str
    cases: int
    supported: int
    partly: int
    not_supported: int


@dataclass(frozen=True, slots=True)
class Late:
    """How many agreements of one team had a day that passed, and how many of those were late."""

    team: Mention
    cases: int
    late: int


@dataclass(frozen=True, slots=True)
class Hurting:
    """The figures that can hurt; one that is not read is empty."""

    waiting: Medians | None = None
    late: tuple[Late, ...] = ()
    outcomes: tuple[Outcomes, ...] = ()


@dataclass(frozen=True, slots=True)
class Overall:
    """Everything the page shows; a figure that is switched off, or has too few cases, is not read."""

    counts: Counts
    gifts: Gifts
    kinds: Totals
    results: tuple[Result, ...]
    framework: Mention | None
    assessments: tuple[AssessmentInList, ...]
    switches: dict[Figure, Switch]
    hurting: Hurting
    reactions: tuple[Reaction, ...]

    def said_of(self, figure: Figure) -> tuple[Reaction, ...]:
        """What those concerned say about one figure."""
        return tuple(each for each in self.reactions if each.figure is figure)


@dataclass(frozen=True, slots=True)
class Desk:
    """What the administrator sees: every switch, and what everybody would see with it on."""

    switches: dict[Figure, Switch]
    hurting: Hurting
    reactions: tuple[Reaction, ...]

    def said_of(self, figure: Figure) -> tuple[Reaction, ...]:
        """What those concerned say about one figure."""
        return tuple(each for each in self.reactions if each.figure is figure)


COUNTS = Read("figures/overall", Counts)
GIFTS = Read("figures/gifts", Gifts)
FRAMEWORK = Read("figures/framework", Mention)
OUTCOMES = Read("figures/outcomes", Outcomes)


def overall(tx: Transaction) -> Overall:
    """What everybody may know about what was done by the day that is shown; what is published at all is of now."""
    today, visible, chosen = clock.today(), VISITOR.visible, switches.switches(tx)
    published = assessments.Selection(stage=assessments.Stage.PUBLISHED)
    return Overall(
        counts=COUNTS.one(tx, visible=visible, on=today, past=clock.past()),
        gifts=GIFTS.one(tx, visible=visible, on=clock.today(), past=clock.past()),
        kinds=contributions.totals(tx, actor=VISITOR, by=contributions.By.KIND),
        results=tuple(results.rows(tx, actor=VISITOR, selection=results.Selection(), skip=0, limit=NEWEST)),
        framework=FRAMEWORK.maybe(tx, visible=visible, on=today, past=clock.past()),
        assessments=tuple(assessments.rows(tx, actor=VISITOR, selection=published, skip=0, limit=NEWEST)),
        switches=chosen,
        hurting=_hurting(tx, {figure for figure, switch in chosen.items() if switch.is_on}),
        reactions=tuple(each for each in reactions(tx, actor=VISITOR) if each.reaction_on <= today),
    )


def desk(tx: Transaction, *, actor: Actor) -> Desk:
    """Every switch with what it publishes, before it does; raises NotAllowed for who does not administer."""
    actor.must(Permission.ADMINISTER)
    return Desk(switches.switches(tx), _hurting(tx, set(Figure)), reactions(tx, actor=actor))


def _hurting(tx: Transaction, wanted: set[Figure]) -> Hurting:
    return Hurting(
        waiting=medians.medians(tx, actor=VISITOR) if Figure.WAITING_TIMES in wanted else None,
        late=_late(tx) if Figure.LATE_AGREEMENTS in wanted else (),
        outcomes=_outcomes(tx) if Figure.OUTCOMES in wanted else (),
    )


def _late(tx: Transaction) -> tuple[Late, ...]:
    """Per team, over agreements whose day passed; whether one is late is decided by the commitment itself."""
    rows = commitments.listing(tx, actor=VISITOR, selection=commitments.Selection()).rows
    passed, late, teams = Counter[str](), Counter[str](), dict[str, Mention]()
    for commitment in (row.commitment for row in rows):
        if commitment.is_request or commitment.due_on is None or commitment.due_on >= clock.today():
            continue
        for team in set(commitment.makers):
            if team.kind in {Kind.DEPARTMENT, Kind.BODY}:
                teams[team.id] = team
                passed[team.id] += 1
                late[team.id] += commitment.days_late > 0
    named = sorted(teams.values(), key=lambda team: (team.name.casefold(), team.id))
    return tuple(Late(team, passed[team.id], late[team.id]) for team in named if passed[team.id] >= FEWEST)


def _outcomes(tx: Transaction) -> tuple[Outcomes, ...]:
    rows = OUTCOMES.all(tx, visible=VISITOR.visible, on=clock.today(), past=clock.past(), limit=MOST_TEAMS)
    return tuple(row for row in rows if row.cases >= FEWEST)
