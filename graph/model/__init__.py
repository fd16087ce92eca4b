"""The graph as data: every kind of record, its properties, and the links between kinds.

Forms, imports, the reference documentation and the checks are read from here, so that a property exists in one place.
The sentence of a property or link is what the reference shows.
"""

from graph.model.kinds import COMMON, SHAPES
from graph.model.sets import (
    AreaLevel,
    Basis,
    BodyKind,
    CommitmentKind,
    ContributionKind,
    DecisionKind,
    GoalLevel,
    Kind,
    Link,
    OrganisationKind,
    PersonKind,
    PublicAs,
    Purpose,
    Status,
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
    "GoalLevel",
    "Kind",
    "Link",
    "LinkShape",
    "OrganisationKind",
    "PersonKind",
    "Property",
    "PublicAs",
    "Purpose",
    "Shape",
    "Status",
    "Visibility",
]

SHAPE: dict[Kind, Shape] = {shape.kind: shape for shape in SHAPES}
LINK: dict[Link, LinkShape] = {shape.link: shape for shape in LINKS}
