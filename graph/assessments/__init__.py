"""The assessment framework and the assessments made under it.

A framework is a draft until the council adopts it; then it and its criteria stay as they are (`graph.laws`), and
adopting another retires it. An assessment is decided, then told to the initiative, then published: in that order.
"""

from graph.assessments.cases import (
    AssessmentPage,
    Draft,
    Recipient,
    begin,
    decide,
    page,
    recipient,
    save,
    tell,
    untell,
)
from graph.assessments.criteria import Criterion, CriterionText, add_criterion, change_criterion, drop_criterion, move
from graph.assessments.frameworks import (
    FrameworkInList,
    FrameworkPage,
    adopt,
    adopted,
    frameworks,
    new_version,
    version_page,
)
from graph.assessments.listing import (
    AssessmentInList,
    Listing,
    Order,
    Selection,
    Stage,
    listing,
    of_initiative,
    rows,
    to_tell,
)
from graph.assessments.report import Difference, Group, Report, report
from graph.assessments.similar import Answer, Similar, closest, deviates, similar

__all__ = [
    "Answer",
    "AssessmentInList",
    "AssessmentPage",
    "Criterion",
    "CriterionText",
    "Difference",
    "Draft",
    "FrameworkInList",
    "FrameworkPage",
    "Group",
    "Listing",
    "Order",
    "Recipient",
    "Report",
    "Selection",
    "Similar",
    "Stage",
    "add_criterion",
    "adopt",
    "adopted",
    "begin",
    "change_criterion",
    "closest",
    "decide",
    "deviates",
    "drop_criterion",
    "frameworks",
    "listing",
    "move",
    "new_version",
    "of_initiative",
    "page",
    "recipient",
    "report",
    "rows",
    "save",
    "similar",
    "tell",
    "to_tell",
    "untell",
    "version_page",
]
