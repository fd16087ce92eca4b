"""Every link between kinds of record."""

from __future__ import annotations

import datetime as dt

from graph.model.sets import Basis, Kind, Link, Purpose, RequirementState, Verdict
from graph.model.shapes import LinkShape, Property

_EVERYBODY = (Kind.PERSON, Kind.ORGANISATION, Kind.DEPARTMENT, Kind.INITIATIVE)
# A criterion is kept with its framework.
_KEPT = tuple(kind for kind in Kind if kind is not Kind.CRITERION)
_PARTIES = (Kind.INITIATIVE, Kind.ORGANISATION, Kind.DEPARTMENT)

LINKS: tuple[LinkShape, ...] = (
    LinkShape(Link.CONTRIBUTES_TO, (Kind.INITIATIVE,), (Kind.GOAL,), "The initiative works at the goal."),
    LinkShape(
        Link.PART_OF,
        (Kind.GOAL, Kind.AREA, Kind.DEPARTMENT, Kind.CRITERION),
        (Kind.GOAL, Kind.AREA, Kind.ORGANISATION, Kind.ASSESSMENT_FRAMEWORK),
        "The smaller is part of the larger.",
    ),
    LinkShape(
        Link.DERIVED_FROM,
        (Kind.GOAL,),
        (Kind.POLICY_NOTE,),
        "The goal stands in the note.",
        (Property("page", int, "The page of the note."),),
    ),
    LinkShape(Link.ADOPTED_BY, (Kind.POLICY_NOTE, Kind.ASSESSMENT_FRAMEWORK), (Kind.BODY,), "The body adopted it."),
    LinkShape(
        Link.HAS_THEME,
        (Kind.INITIATIVE, Kind.GOAL, Kind.POLICY_NOTE, Kind.ORGANISATION, Kind.SUBSIDY_SCHEME, Kind.LESSON),
        (Kind.THEME,),
        "The record is about the theme.",
    ),
    LinkShape(Link.NARROWER_THAN, (Kind.THEME,), (Kind.THEME,), "The first theme is part of the second."),
    LinkShape(Link.LOCATED_IN, (Kind.INITIATIVE, Kind.ORGANISATION), (Kind.AREA,), "It happens in the area."),
    LinkShape(Link.BORDERS, (Kind.AREA,), (Kind.AREA,), "The areas touch; stored once per pair."),
    LinkShape(
        Link.INITIATES, (Kind.PERSON, Kind.ORGANISATION), (Kind.INITIATIVE,), "The person or party undertakes it."
    ),
    LinkShape(
        Link.PARTNERS_IN,
        (Kind.ORGANISATION,),
        (Kind.INITIATIVE,),
        "The organisation takes part.",
        (Property("role", str, "What it does in the initiative."),),
    ),
    LinkShape(Link.HANDLED_BY, (Kind.INITIATIVE,), (Kind.DEPARTMENT,), "The team deals with the initiative."),
    LinkShape(
        Link.WORKS_FOR,
        (Kind.PERSON,),
        (Kind.ORGANISATION, Kind.DEPARTMENT, Kind.BODY),
        "The person works or sits there.",
        (Property("role", str, "As what."),),
    ),
    LinkShape(
        Link.PORTFOLIO_HOLDER_OF, (Kind.PERSON,), (Kind.THEME, Kind.GOAL), "The alderman answers for it politically."
    ),
    LinkShape(
        Link.ACCOUNT_HOLDER_OF,
        (Kind.PERSON,),
        (Kind.THEME, Kind.GOAL, Kind.AREA, Kind.ORGANISATION),
        "The official is the one to ask about it.",
        (Property("expertise", str, "What the official knows about."),),
    ),
    LinkShape(Link.STANDS_IN_FOR, (Kind.PERSON,), (Kind.PERSON,), "The first answers when the second is away."),
    LinkShape(Link.SIGNPOST_FOR, (Kind.PERSON,), (Kind.THEME, Kind.AREA), "The person helps others to find their way."),
    LinkShape(Link.CONTACT_FOR, (Kind.PERSON,), (Kind.INITIATIVE,), "The one fixed contact person."),
    LinkShape(Link.GIVES, _EVERYBODY, (Kind.CONTRIBUTION,), "Who gives or is asked to give."),
    LinkShape(
        Link.TO,
        (Kind.CONTRIBUTION, Kind.COMMITMENT),
        (Kind.INITIATIVE, Kind.BODY),
        "To whom it was given or promised.",
    ),
    LinkShape(
        Link.UNDER,
        (Kind.CONTRIBUTION, Kind.ASSESSMENT),
        (Kind.SUBSIDY_SCHEME, Kind.ASSESSMENT_FRAMEWORK),
        "The scheme the money comes from, or the framework it was weighed by.",
    ),
    LinkShape(Link.JUDGES, (Kind.ASSESSMENT,), (Kind.INITIATIVE,), "The assessment is about the initiative."),
    LinkShape(
        Link.ANSWERS,
        (Kind.ASSESSMENT,),
        (Kind.CRITERION,),
        "What the assessment says on the criterion.",
        (
            Property("answer", Verdict, "yes, partly, no or not_applicable."),
            Property("because", str, "Why."),
        ),
    ),
    LinkShape(
        Link.COMPARED_WITH, (Kind.ASSESSMENT,), (Kind.ASSESSMENT,), "The earlier assessments it was laid beside."
    ),
    LinkShape(Link.ACHIEVED, (Kind.INITIATIVE,), (Kind.RESULT,), "It came of the initiative."),
    LinkShape(Link.COUNTS_FOR, (Kind.RESULT,), (Kind.GOAL,), "The result brings the goal nearer."),
    LinkShape(Link.LEARNED, (Kind.INITIATIVE,), (Kind.LESSON,), "The initiative learned it."),
    LinkShape(
        Link.HAS_INTEREST_IN,
        (Kind.PERSON, Kind.ORGANISATION),
        (Kind.INITIATIVE, Kind.GOAL),
        "It matters to the person or party.",
        (Property("text", str, "What the interest is."),),
    ),
    LinkShape(Link.SERVES, (Kind.SUBSIDY_SCHEME,), (Kind.GOAL,), "The scheme exists for the goal."),
    LinkShape(Link.WAITS_FOR, (Kind.INITIATIVE,), (Kind.DECISION,), "The initiative cannot go on without it."),
    LinkShape(Link.DECIDES, (Kind.DEPARTMENT, Kind.BODY, Kind.PERSON), (Kind.DECISION,), "Who takes the decision."),
    LinkShape(
        Link.MADE,
        (Kind.PERSON, Kind.DEPARTMENT, Kind.BODY, Kind.ORGANISATION),
        (Kind.COMMITMENT,),
        "Who promised or was asked.",
    ),
    LinkShape(Link.CONCERNS, (Kind.COMMITMENT,), (Kind.GOAL,), "The promise is about the goal."),
    LinkShape(Link.NEEDS, _PARTIES, (Kind.NEED,), "The party seeks it."),
    LinkShape(Link.OFFERS, _PARTIES, (Kind.OFFER,), "The party has it to give or lend."),
    LinkShape(
        Link.MUST_MEET,
        (Kind.INITIATIVE,),
        (Kind.REQUIREMENT,),
        "The initiative must meet the requirement.",
        (
            Property("requirement_state", RequirementState, "open, met or dropped."),
            Property("questioned_on", dt.date, "When the initiative asked why, and what can be done."),
            Property("question", str, "What it asked.", public=False),
            Property("answered_on", dt.date, "When the municipality answered."),
            Property("answer", str, "What it answered.", public=False),
        ),
    ),
    LinkShape(Link.SETS, (Kind.DEPARTMENT,), (Kind.REQUIREMENT,), "The team asks for it and answers for it."),
    LinkShape(
        Link.ABOUT,
        (Kind.INTERACTION,),
        (Kind.INITIATIVE, Kind.ORGANISATION, Kind.PERSON),
        "Whom or what the interaction was about.",
    ),
    LinkShape(Link.HELD, (Kind.PERSON,), (Kind.INTERACTION,), "Who of the municipality had the contact."),
    LinkShape(Link.KEEPS, (Kind.PERSON,), _KEPT, "The person sees to it that the record stays right."),
    LinkShape(
        Link.MAY_BE_CONTACTED,
        (Kind.PERSON,),
        (Kind.AREA,),
        "The municipality (an area) may contact the person for a purpose.",
        (
            Property("purpose", Purpose, "invitation, introduction or news.", public=False),
            Property("channel", str, "mail, telephone or post.", public=False),
            Property("basis", Basis, "consent, public_task or function.", public=False),
            Property("source", str, "How it is known.", public=False),
            Property("given_on", dt.date, "Since when.", public=False),
            Property("review_on", dt.date, "When to ask again.", public=False),
            Property("refused_on", dt.date, "When the person said no; such a link ends as it begins.", public=False),
        ),
    ),
)
