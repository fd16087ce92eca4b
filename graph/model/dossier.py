"""The kinds of the civic record around an initiative: what it needs and offers, must meet, reached and learned."""

from __future__ import annotations

import datetime as dt

from graph.model.sets import FrameworkState, InteractionKind, Kind, LessonKind, Outcome, Status, SupplyKind
from graph.model.shapes import Property, Shape

_NAME = Property("name", str, "What people call it.", required=True)

DOSSIER: tuple[Shape, ...] = (
    Shape(
        Kind.NEED,
        "What a party seeks.",
        (
            _NAME,
            Property("supply_kind", SupplyKind, "people, room, materials, knowledge, money, network or other."),
            Property("description", str, "What it is needed for, in Markdown."),
            Property("wanted_until", dt.date, "Last day on which it is still of use."),
        ),
    ),
    Shape(
        Kind.OFFER,
        "What a party has to give or lend.",
        (
            _NAME,
            Property("supply_kind", SupplyKind, "people, room, materials, knowledge, money, network or other."),
            Property("description", str, "On which terms, in Markdown."),
            Property("wanted_until", dt.date, "Last day on which it can be had."),
        ),
    ),
    Shape(
        Kind.ASSESSMENT_FRAMEWORK,
        "One version of how the municipality weighs whether it helps an initiative.",
        (
            _NAME,
            Property("description", str, "What it is for, in Markdown."),
            Property("vision", str, "Why the municipality weighs so, in Markdown."),
            Property("url", str, "The decision of the council, or the framework as it was adopted."),
            Property("framework_state", FrameworkState, "draft, adopted or retired; what is adopted stays as it is."),
            Property("adopted_on", dt.date, "When the council adopted it."),
        ),
    ),
    Shape(
        Kind.CRITERION,
        "One question of an assessment framework.",
        (
            _NAME,
            Property("description", str, "What it means in plain words, in Markdown."),
            Property("position", int, "Its place in the framework, from 1."),
        ),
    ),
    Shape(
        Kind.ASSESSMENT,
        "How one initiative was weighed against one version of the framework.",
        (
            _NAME,
            Property("outcome", Outcome, "supported, partly or not_supported."),
            Property("motivation", str, "Why, in words that everybody may read."),
            Property("deviation", str, "Why it differs from the most comparable earlier assessments."),
            Property("asked_on", dt.date, "When the initiative asked for help."),
            Property("decided_on", dt.date, "When the outcome was decided."),
            Property("told_on", dt.date, "When the initiative was told; nothing is published before."),
        ),
    ),
    Shape(
        Kind.REQUIREMENT,
        "What initiatives must meet before they can go on.",
        (
            _NAME,
            Property("description", str, "What exactly is required, in Markdown."),
            Property("legally_required", bool, "Whether a law or by-law asks for it, so that nobody can waive it."),
            Property("legal_basis", str, "The law, by-law or permit and the article."),
            Property("why", str, "Why it is asked, in plain words."),
            Property("help_offered", str, "What the municipality does to help to meet it."),
        ),
    ),
    Shape(
        Kind.INTERACTION,
        "What was said or written with somebody: internal, never published.",
        (
            Property("name", str, "What it was about, in a few words.", public=False, required=True),
            Property("interaction_kind", InteractionKind, "note, call, visit or mail.", public=False),
            Property("description", str, "What was said or written.", public=False),
            Property("happened_on", dt.date, "When.", public=False),
            Property("next_step", str, "What is to be done next.", public=False),
            Property("next_on", dt.date, "Before which day.", public=False),
            Property("next_done_on", dt.date, "When the next step was done.", public=False),
        ),
    ),
    Shape(
        Kind.RESULT,
        "What came of an initiative, against what was aimed at.",
        (
            _NAME,
            Property("description", str, "The story, in Markdown."),
            Property("indicator", str, "What was counted or measured."),
            Property("aimed_at", str, "What was aimed at, in the terms of the indicator."),
            Property("achieved", str, "What came of it, in the terms of the indicator."),
            Property("reached_on", dt.date, "The day it is about."),
            Property("without_municipality", str, "What would not have worked without the municipality."),
        ),
    ),
    Shape(
        Kind.LESSON,
        "What an initiative learned, for who comes after it.",
        (
            _NAME,
            Property("description", str, "The story, in Markdown."),
            Property("lesson_kind", LessonKind, "stimulus, obstacle or tip."),
            Property("phase", Status, "The phase in which it is of use."),
        ),
    ),
)
