"""The graph as data: every kind of record, its properties, and the links between kinds.

Forms, imports, the reference documentation and the checks are read from here, so that a property exists in one place.
The sentence of a property or link is what the reference shows.
"""

from graph.model.dossier import DOSSIER
from graph.model.kinds import COMMON
from graph.model.kinds import SHAPES as _KINDS
from graph.model.sets import (
    AreaLevel,
    Basis,
    BodyKind,
    CommitmentKind,
    ContributionKind,
    DecisionKind,
    DecisionLevel,
    FrameworkState,
    GoalLevel,
    InteractionKind,
    Kind,
    LessonKind,
    Link,
    OrganisationKind,
    Outcome,
    PersonKind,
    PublicAs,
    Purpose,
    RequirementState,
    Status,
    SupplyKind,
    Verdict,
    Visibility,
)
from graph.model.shapes import LinkShape, Property, Shape
from graph.model.ties import LINKS

__all__ = [
    "COMMON",
    "LINK",
    "LINKS",
    "SHAPE",
    "SHAPES",
    "AreaLevel",
    "Basis",
    "BodyKind",
    "CommitmentKind",
    "ContributionKind",
    "DecisionKind",
    "DecisionLevel",
    "FrameworkState",
    "GoalLevel",
    "InteractionKind",
    "Kind",
    "LessonKind",
    "Link",
    "LinkShape",
    "OrganisationKind",
    "Outcome",
    "PersonKind",
    "Property",
    "PublicAs",
    "Purpose",
    "RequirementState",
    "Shape",
    "Status",
    "SupplyKind",
    "Verdict",
    "Visibility",
]

SHAPES: tuple[Shape, ...] = (*_KINDS, *DOSSIER)
SHAPE: dict[Kind, Shape] = {shape.kind: shape for shape in SHAPES}
LINK: dict[Link, LinkShape] = {shape.link: shape for shape in LINKS}
