"""The graph as data: every kind of record, its properties, and the links between kinds.

Forms, imports, the reference documentation and the checks are read from here, so that a property exists in one place.
The sentence of a property or link is what the reference shows.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """The kinds of record people know by name; the value is the label in the graph."""

    INITIATIVE = "Initiative"
    PERSON = "Person"
    ORGANISATION = "Organisation"
    DEPARTMENT = "Department"
    BODY = "Body"
    GOAL = "Goal"
    POLICY_NOTE = "PolicyNote"
    THEME = "Theme"
    AREA = "Area"
    SUBSIDY_SCHEME = "SubsidyScheme"
    CONTRIBUTION = "Contribution"
    COMMITMENT = "Commitment"
    DECISION = "Decision"


class Link(StrEnum):
    """The links between records; the value is the relationship type."""

    CONTRIBUTES_TO = "CONTRIBUTES_TO"
    PART_OF = "PART_OF"
    DERIVED_FROM = "DERIVED_FROM"
    ADOPTED_BY = "ADOPTED_BY"
    HAS_THEME = "HAS_THEME"
    NARROWER_THAN = "NARROWER_THAN"
    LOCATED_IN = "LOCATED_IN"
    BORDERS = "BORDERS"
    INITIATES = "INITIATES"
    PARTNERS_IN = "PARTNERS_IN"
    HANDLED_BY = "HANDLED_BY"
    WORKS_FOR = "WORKS_FOR"
    PORTFOLIO_HOLDER_OF = "PORTFOLIO_HOLDER_OF"
    ACCOUNT_HOLDER_OF = "ACCOUNT_HOLDER_OF"
    STANDS_IN_FOR = "STANDS_IN_FOR"
    SIGNPOST_FOR = "SIGNPOST_FOR"
    CONTACT_FOR = "CONTACT_FOR"
    GIVES = "GIVES"
    TO = "TO"
    UNDER = "UNDER"
    SERVES = "SERVES"
    WAITS_FOR = "WAITS_FOR"
    DECIDES = "DECIDES"
    MADE = "MADE"
    MAY_BE_CONTACTED = "MAY_BE_CONTACTED"


class Visibility(StrEnum):
    """Who may see a record: `draft` staff only, `published` everybody, `removed` nobody but the audit trail."""

    DRAFT = "draft"
    PUBLISHED = "published"
    REMOVED = "removed"


class Status(StrEnum):
    """Where an initiative stands."""

    IDEA = "idea"
    STARTED = "started"
    RUNNING = "running"
    COMPLETED = "completed"
    STOPPED = "stopped"


class GoalLevel(StrEnum):
    """The levels of the goal tree, in the municipality's own words, from broad to narrow."""

    OPGAVE = "opgave"
    HOOFDDOEL = "hoofddoel"
    SUBDOEL = "subdoel"
    SPEERPUNT = "speerpunt"


class AreaLevel(StrEnum):
    """The levels of the map, from small to large."""

    NEIGHBOURHOOD = "neighbourhood"
    DISTRICT = "district"
    MUNICIPALITY = "municipality"
    UNKNOWN = "unknown"


class PersonKind(StrEnum):
    """In which capacity the municipality knows a person."""

    ALDERMAN = "alderman"
    OFFICIAL = "official"
    COUNCIL_MEMBER = "council_member"
    REPRESENTATIVE = "representative"
    RESIDENT = "resident"


class PublicAs(StrEnum):
    """How an official appears in public: by name, by function, or as the team."""

    NAME = "name"
    FUNCTION = "function"
    TEAM = "team"


class OrganisationKind(StrEnum):
    """What kind of party an organisation is; invitation lists balance over it."""

    RESIDENTS = "residents"
    FOUNDATION = "foundation"
    ASSOCIATION = "association"
    COMPANY = "company"
    SCHOOL = "school"
    CARE = "care"
    GOVERNMENT = "government"
    OTHER = "other"


class BodyKind(StrEnum):
    """Who decides in the name of the municipality."""

    COUNCIL = "council"
    COLLEGE = "college"
    COMMITTEE = "committee"


class ContributionKind(StrEnum):
    """What was given."""

    CAPACITY = "capacity"
    MEANS = "means"
    PERMIT = "permit"
    MONEY = "money"
    KNOWLEDGE = "knowledge"


class CommitmentKind(StrEnum):
    """A promise to the council, an agreement with an initiative, or a request, which promises nothing."""

    PROMISE_TO_COUNCIL = "promise_to_council"
    AGREEMENT = "agreement"
    REQUEST = "request"


class DecisionKind(StrEnum):
    """What is waited for; the three are never mixed."""

    APPLICATION = "application"
    POLITICAL = "political"
    QUESTION = "question"


class Purpose(StrEnum):
    """What a person may be contacted for."""

    INVITATION = "invitation"
    INTRODUCTION = "introduction"
    NEWS = "news"


class Basis(StrEnum):
    """Why the municipality may contact a person."""

    CONSENT = "consent"
    PUBLIC_TASK = "public_task"
    FUNCTION = "function"


@dataclass(frozen=True, slots=True)
class Property:
    """One property of a record: its Python type, whether the public may see it, and a sentence."""

    name: str
    type: type
    sentence: str
    public: bool = True
    required: bool = False


@dataclass(frozen=True, slots=True)
class Shape:
    """What a kind of record holds. `parent` is the link that makes the kind a tree."""

    kind: Kind
    sentence: str
    properties: tuple[Property, ...]
    parent: Link | None = None

    def property(self, name: str) -> Property:
        """The property called `name`; raises KeyError when the kind has none."""
        for candidate in self.properties:
            if candidate.name == name:
                return candidate
        raise KeyError(name)


@dataclass(frozen=True, slots=True)
class LinkShape:
    """Which kinds a link runs between, its own properties besides `since`, `until` and `batch`, and a sentence."""

    link: Link
    starts: tuple[Kind, ...]
    ends: tuple[Kind, ...]
    sentence: str
    properties: tuple[Property, ...] = ()


_NAME = Property("name", str, "What people call it.", required=True)
_DESCRIPTION = Property("description", str, "The story, in Markdown.")
_WEBSITE = Property("website", str, "Address of the website, http or https.")
_EXTERNAL_ID = Property("external_id", str, "The id in the register it came from.")

COMMON: tuple[Property, ...] = (
    Property("id", str, "Own identity, a UUID version 7; stands in the address of the page.", required=True),
    Property("created_at", dt.datetime, "When the record was made.", required=True),
    Property("updated_at", dt.datetime, "When the record last changed.", required=True),
    Property("version", int, "Counts changes; a change that read an older version is refused.", required=True),
    Property("visibility", Visibility, "draft, published or removed.", required=True),
    Property("lang", str, "Language of the texts, nl unless told otherwise."),
    Property("source_key", str, "Where an imported record came from; unique per kind.", public=False),
    Property("batch", str, "The import that made the record.", public=False),
    Property("until", dt.date, "The day from which the record no longer counts; empty while it does."),
    Property("merged_into", str, "The record that took this one's place after a merge.", public=False),
)

SHAPES: tuple[Shape, ...] = (
    Shape(
        Kind.INITIATIVE,
        "What residents, associations and entrepreneurs undertake for their town.",
        (
            _NAME,
            Property("summary", str, "What it is, in one sentence."),
            _DESCRIPTION,
            Property("status", Status, "idea, started, running, completed or stopped."),
            Property("status_since", dt.date, "Since when the status holds."),
            Property("status_confirmed_on", dt.date, "When somebody last confirmed the status."),
            Property("status_confirmed_by", str, "Id of the person who confirmed it.", public=False),
            Property("started_on", dt.date, "First day."),
            Property("ended_on", dt.date, "Last day."),
            _WEBSITE,
            Property("channels", list, "Addresses on social media."),
            Property("email", str, "Public mail address of the initiative."),
            _EXTERNAL_ID,
        ),
    ),
    Shape(
        Kind.PERSON,
        "Somebody the municipality knows: a resident, a representative, an official, an alderman.",
        (
            _NAME,
            Property("person_kind", PersonKind, "alderman, official, council_member, representative or resident."),
            Property("function", str, "What the person does, as on a visiting card."),
            Property("public_as", PublicAs, "How the person appears in public: name, function or team."),
            Property("email", str, "Mail address.", public=False),
            Property("telephone", str, "Telephone number.", public=False),
            Property("office_hours", str, "When and where people can walk in; aldermen and council members."),
            Property("absent_until", dt.date, "Away until this day; the stand-in answers."),
            Property("confirmed_on", dt.date, "When the remit was last confirmed."),
            _EXTERNAL_ID,
        ),
    ),
    Shape(
        Kind.ORGANISATION,
        "An association, foundation, company, school or other party.",
        (
            _NAME,
            Property("organisation_kind", OrganisationKind, "What kind of party it is."),
            _DESCRIPTION,
            _WEBSITE,
            Property("channels", list, "Addresses on social media."),
            Property("email", str, "Public mail address."),
            Property("telephone", str, "Public telephone number."),
            _EXTERNAL_ID,
        ),
    ),
    Shape(
        Kind.DEPARTMENT,
        "A team of the municipality.",
        (_NAME, _DESCRIPTION, Property("email", str, "The mailbox of the team."), _EXTERNAL_ID),
    ),
    Shape(
        Kind.BODY,
        "The council, the college or a committee.",
        (_NAME, Property("body_kind", BodyKind, "council, college or committee."), _DESCRIPTION, _EXTERNAL_ID),
    ),
    Shape(
        Kind.GOAL,
        "What the municipality wants to reach.",
        (
            _NAME,
            Property("level", GoalLevel, "opgave, hoofddoel, subdoel or speerpunt."),
            Property("code", str, "The code in the municipality's programme."),
            _DESCRIPTION,
            Property("open_for_contribution", bool, "Whether the municipality asks initiatives to contribute."),
            _EXTERNAL_ID,
        ),
        parent=Link.PART_OF,
    ),
    Shape(
        Kind.POLICY_NOTE,
        "The note in which goals are laid down.",
        (
            _NAME,
            _DESCRIPTION,
            Property("adopted_on", dt.date, "When it was adopted."),
            Property("url", str, "Where the note can be read."),
            _EXTERNAL_ID,
        ),
    ),
    Shape(
        Kind.THEME,
        "A subject.",
        (_NAME, _DESCRIPTION, Property("code", str, "The code in the list it came from."), _EXTERNAL_ID),
        parent=Link.NARROWER_THAN,
    ),
    Shape(
        Kind.AREA,
        "A neighbourhood, district or municipality.",
        (
            _NAME,
            Property("code", str, "The area code; unique."),
            Property("level", AreaLevel, "neighbourhood, district, municipality or unknown."),
            Property("outline", str, "The outline as a GeoJSON geometry, WGS84."),
            Property("longitude", float, "Of the point where the name is written, degrees."),
            Property("latitude", float, "Of the point where the name is written, degrees."),
            _DESCRIPTION,
            _EXTERNAL_ID,
        ),
        parent=Link.PART_OF,
    ),
    Shape(
        Kind.SUBSIDY_SCHEME,
        "A scheme under which initiatives get money.",
        (
            _NAME,
            _DESCRIPTION,
            Property("ceiling", float, "Most that is given in all, euros."),
            Property("deadline", dt.date, "Last day to apply."),
            Property("joint_application", bool, "Whether parties may apply together."),
            Property("url", str, "Where the scheme can be read."),
            _EXTERNAL_ID,
        ),
    ),
    Shape(
        Kind.CONTRIBUTION,
        "What was asked for and given to an initiative.",
        (
            _NAME,
            Property("contribution_kind", ContributionKind, "capacity, means, permit, money or knowledge."),
            Property("amount_asked", float, "Asked for, euros."),
            Property("amount_granted", float, "Granted, euros."),
            Property("extent", str, "How much, where it is not money."),
            Property("reason", str, "Why it was given or refused."),
            Property("continuity", str, "What was agreed on keeping it up."),
            Property("asked_on", dt.date, "When it was asked for."),
            Property("granted_on", dt.date, "When it was given."),
            Property("year", int, "The year of the register."),
            Property("periodicity", str, "Once, yearly, and so on, as the register says."),
        ),
    ),
    Shape(
        Kind.COMMITMENT,
        "A promise, agreement or request.",
        (
            _NAME,
            Property("commitment_kind", CommitmentKind, "promise_to_council, agreement or request."),
            Property("made_on", dt.date, "When it was made."),
            Property("kept_on", dt.date, "When it was kept."),
            Property("evidence", str, "What shows that it was kept, or what came of it being late."),
        ),
    ),
    Shape(
        Kind.DECISION,
        "A decision that initiatives wait for.",
        (
            _NAME,
            Property("decision_kind", DecisionKind, "application, political or question."),
            Property("asked_on", dt.date, "When it was asked for."),
            Property("legal_due_on", dt.date, "Last day of the legal term."),
            Property("expected_on", dt.date, "The day that was named, if any."),
            Property("decided_on", dt.date, "When it was taken."),
            Property("outcome", str, "What was decided."),
            Property("reason", str, "Why."),
        ),
    ),
)

_EVERYBODY = (Kind.PERSON, Kind.ORGANISATION, Kind.DEPARTMENT, Kind.INITIATIVE)

LINKS: tuple[LinkShape, ...] = (
    LinkShape(Link.CONTRIBUTES_TO, (Kind.INITIATIVE,), (Kind.GOAL,), "The initiative works at the goal."),
    LinkShape(
        Link.PART_OF,
        (Kind.GOAL, Kind.AREA, Kind.DEPARTMENT),
        (Kind.GOAL, Kind.AREA, Kind.ORGANISATION),
        "The smaller is part of the larger.",
    ),
    LinkShape(
        Link.DERIVED_FROM,
        (Kind.GOAL,),
        (Kind.POLICY_NOTE,),
        "The goal stands in the note.",
        (Property("page", int, "The page of the note."),),
    ),
    LinkShape(Link.ADOPTED_BY, (Kind.POLICY_NOTE,), (Kind.BODY,), "The body adopted the note."),
    LinkShape(
        Link.HAS_THEME,
        (Kind.INITIATIVE, Kind.GOAL, Kind.POLICY_NOTE, Kind.ORGANISATION, Kind.SUBSIDY_SCHEME),
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
    LinkShape(Link.UNDER, (Kind.CONTRIBUTION,), (Kind.SUBSIDY_SCHEME,), "The scheme the money comes from."),
    LinkShape(Link.SERVES, (Kind.SUBSIDY_SCHEME,), (Kind.GOAL,), "The scheme exists for the goal."),
    LinkShape(Link.WAITS_FOR, (Kind.INITIATIVE,), (Kind.DECISION,), "The initiative cannot go on without it."),
    LinkShape(Link.DECIDES, (Kind.DEPARTMENT, Kind.BODY, Kind.PERSON), (Kind.DECISION,), "Who takes the decision."),
    LinkShape(
        Link.MADE,
        (Kind.PERSON, Kind.DEPARTMENT, Kind.BODY, Kind.ORGANISATION),
        (Kind.COMMITMENT,),
        "Who promised or was asked.",
    ),
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
        ),
    ),
)

SHAPE: dict[Kind, Shape] = {shape.kind: shape for shape in SHAPES}
LINK: dict[Link, LinkShape] = {shape.link: shape for shape in LINKS}
