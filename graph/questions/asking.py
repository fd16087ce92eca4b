"""Which questions can be asked, and what each needs to know."""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum
from typing import TYPE_CHECKING

from graph.errors import Invalid
from graph.model import Kind, SupplyKind
from graph.properties import Reason

if TYPE_CHECKING:
    from collections.abc import Iterator


class Ask(StrEnum):
    """The closed set of questions; each value is the name of its statement in `cypher/questions`."""

    SHARED_GOAL = "shared_goal"
    WITHOUT_CONTACT = "without_contact"
    WHITE_SPOTS = "white_spots"
    PARTNERS = "partners"
    WAITING = "waiting"
    SILENT = "silent"
    UNMET = "unmet"
    TOGETHER = "together"


class Parameter(StrEnum):
    """What a question can be about; each value is the name of a field of `Question`."""

    GOAL = "goal"
    THEME = "theme"
    SCHEME = "scheme"
    KIND = "kind"
    TEAM = "team"
    NUMBER = "number"
    AREA = "area"


KINDS: dict[Parameter, tuple[Kind, ...]] = {
    Parameter.GOAL: (Kind.GOAL,),
    Parameter.THEME: (Kind.THEME,),
    Parameter.SCHEME: (Kind.SUBSIDY_SCHEME,),
    Parameter.TEAM: (Kind.DEPARTMENT, Kind.BODY),
    Parameter.AREA: (Kind.AREA,),
}
"""The kinds of record that a parameter can name."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What one question needs (`required`) and may be given (`optional`), and what its answers look like.

    A number lies from `least` to `most` and is `usual` unless told otherwise. `pairs` tells that an answer is two
    parties, `counts` that it has an amount, `on_map` that it has a place.
    """

    required: tuple[Parameter, ...] = ()
    optional: tuple[Parameter, ...] = ()
    least: int = 0
    most: int = 0
    usual: int = 0
    pairs: bool = False
    counts: bool = False
    on_map: bool = True

    @property
    def parameters(self) -> tuple[Parameter, ...]:
        """Everything that can be given, in the order of the form."""
        return tuple(each for each in Parameter if each in self.required or each in self.optional)


SHAPES: dict[Ask, Shape] = {
    Ask.SHARED_GOAL: Shape((Parameter.GOAL,), (Parameter.AREA,), pairs=True),
    Ask.WITHOUT_CONTACT: Shape((Parameter.THEME,), (Parameter.AREA,)),
    Ask.WHITE_SPOTS: Shape((Parameter.GOAL,), (Parameter.AREA,), on_map=False),
    Ask.PARTNERS: Shape(
        (Parameter.THEME, Parameter.NUMBER), (Parameter.AREA,), least=2, most=1_000, usual=2, counts=True
    ),
    Ask.WAITING: Shape((Parameter.NUMBER,), (Parameter.TEAM,), least=1, most=3_650, usual=56, counts=True),
    Ask.SILENT: Shape((Parameter.NUMBER,), (Parameter.AREA,), least=1, most=120, usual=12, counts=True),
    Ask.UNMET: Shape((), (Parameter.KIND, Parameter.AREA), pairs=True),
    Ask.TOGETHER: Shape((Parameter.SCHEME,), (Parameter.GOAL,), pairs=True),
}


@dataclass(frozen=True, slots=True)
class Question:
    """One question with its parameters: ids of records, a kind of supply, a number."""

    ask: Ask
    goal: str | None = None
    theme: str | None = None
    scheme: str | None = None
    kind: SupplyKind | None = None
    team: str | None = None
    number: int | None = None
    area: str | None = None

    @property
    def shape(self) -> Shape:
        """What this question needs."""
        return SHAPES[self.ask]

    @property
    def records(self) -> dict[Parameter, str]:
        """The ids of the records that it names."""
        return {each: value for each, value in self._given() if each in KINDS}

    def check(self) -> None:
        """Raise Invalid with the parameter that is missing, or the number that is out of bounds."""
        given = dict(self._given())
        for each in self.shape.required:
            if each not in given:
                raise Invalid(each, Reason.MISSING)
        if self.number is not None and not self.shape.least <= self.number <= self.shape.most:
            raise Invalid(Parameter.NUMBER, Reason.NOT_A_NUMBER)
        for each in given:
            if each not in self.shape.parameters:
                raise Invalid(each, Reason.UNKNOWN)

    def properties(self) -> dict[str, str | int | None]:
        """What is stored of it; what it does not say is null, so that a change takes it away."""
        named = {each.name: getattr(self, each.name) for each in fields(self)}
        named["supply_kind"] = named.pop("kind")
        return named

    def _given(self) -> Iterator[tuple[Parameter, str]]:
        for each in Parameter:
            value = getattr(self, each.value)
            if value is not None:
                yield each, value
