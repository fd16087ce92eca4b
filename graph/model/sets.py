"""The closed sets of the model: kinds, links, and the values that some properties take."""

from __future__ import annotations

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
    REQUIREMENT = "Requirement"
    INTERACTION = "Interaction"
    NEED = "Need"
    OFFER = "Offer"
    ASSESSMENT_FRAMEWORK = "AssessmentFramework"
    CRITERION = "Criterion"
    ASSESSMENT = "Assessment"
    RESULT = "Result"
    LESSON = "Lesson"


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
    MUST_MEET = "MUST_MEET"
    SETS = "SETS"
    ABOUT = "ABOUT"
    HELD = "HELD"
    MADE = "MADE"
    CONCERNS = "CONCERNS"
    MAY_BE_CONTACTED = "MAY_BE_CONTACTED"
    NEEDS = "NEEDS"
    OFFERS = "OFFERS"
    JUDGES = "JUDGES"
    ANSWERS = "ANSWERS"
    COMPARED_WITH = "COMPARED_WITH"
    ACHIEVED = "ACHIEVED"
    COUNTS_FOR = "COUNTS_FOR"
    LEARNED = "LEARNED"
    HAS_INTEREST_IN = "HAS_INTEREST_IN"
    KEEPS = "KEEPS"


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


class DecisionLevel(StrEnum):
    """Who makes a political choice."""

    OFFICIAL = "official"
    COLLEGE = "college"
    COUNCIL = "council"


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


class SupplyKind(StrEnum):
    """What is sought or offered."""

    PEOPLE = "people"
    ROOM = "room"
    MATERIALS = "materials"
    KNOWLEDGE = "knowledge"
    MONEY = "money"
    NETWORK = "network"
    OTHER = "other"


class FrameworkState(StrEnum):
    """How far a version of the assessment framework is."""

    DRAFT = "draft"
    ADOPTED = "adopted"
    RETIRED = "retired"


class Outcome(StrEnum):
    """What came of an assessment."""

    SUPPORTED = "supported"
    PARTLY = "partly"
    NOT_SUPPORTED = "not_supported"


class Verdict(StrEnum):
    """What an assessment answers on one criterion."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    NOT_APPLICABLE = "not_applicable"


class RequirementState(StrEnum):
    """Where an initiative stands with a requirement; no word at all means open."""

    OPEN = "open"
    MET = "met"
    DROPPED = "dropped"


class InteractionKind(StrEnum):
    """How people of the municipality spoke or wrote with somebody."""

    NOTE = "note"
    CALL = "call"
    VISIT = "visit"
    MAIL = "mail"


class LessonKind(StrEnum):
    """What a lesson is: what helped, what stood in the way, or what to do."""

    STIMULUS = "stimulus"
    OBSTACLE = "obstacle"
    TIP = "tip"
