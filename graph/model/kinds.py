"""Every kind of record and what it holds."""

from __future__ import annotations

import datetime as dt

from graph.model.sets import (
    AreaLevel,
    BodyKind,
    CommitmentKind,
    ContributionKind,
    DecisionKind,
    DecisionLevel,
    GoalLevel,
    Kind,
    Link,
    OrganisationKind,
    PersonKind,
    PublicAs,
    Status,
    Visibility,
)
from graph.model.shapes import Property, Shape

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
    Property("review_on", dt.date, "When its keeper looks whether it still holds.", public=False),
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
            Property("refused_on", dt.date, "The day it was refused; empty while it was not."),
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
            Property("legal_due_on", dt.date, "Last day of the legal term; only of an application."),
            Property("expected_on", dt.date, "The day that was named, if any."),
            Property("level", DecisionLevel, "official, college or council; only of a political choice."),
            Property("url", str, "The item on the agenda; only of a political choice."),
            Property("decided_on", dt.date, "When it was taken."),
            Property("outcome", str, "What was decided."),
            Property("reason", str, "Why."),
        ),
    ),
)
