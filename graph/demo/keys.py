"""The words in the demonstration's files that stand for a link, for each kind of record."""

from __future__ import annotations

from dataclasses import dataclass

from graph.model import LINK, Kind, Link

_EVERYBODY = (Kind.PERSON, Kind.ORGANISATION, Kind.DEPARTMENT, Kind.INITIATIVE)

_PARTIES = (Kind.INITIATIVE, Kind.ORGANISATION, Kind.DEPARTMENT)


@dataclass(frozen=True, slots=True)
class Key:
    """Which link a word stands for, what may be at the other end, and which way it runs.

    `main` is the property that may stand right behind the other end: `partners: {de-korf: telt bijen}`.
    """

    link: Link
    others: tuple[Kind, ...]
    outgoing: bool = True
    main: str | None = None

    @property
    def allowed(self) -> frozenset[str]:
        """The properties that a link of this type can have in the files."""
        return frozenset({each.name for each in LINK[self.link].properties} | {"since", "until"})


_THEMES = Key(Link.HAS_THEME, (Kind.THEME,))
_INTERESTS = Key(Link.HAS_INTEREST_IN, (Kind.PERSON, Kind.ORGANISATION), outgoing=False, main="text")
_AREA = Key(Link.LOCATED_IN, (Kind.AREA,))

KEYS: dict[Kind, dict[str, Key]] = {
    Kind.INITIATIVE: {
        "goals": Key(Link.CONTRIBUTES_TO, (Kind.GOAL,)),
        "themes": _THEMES,
        "area": _AREA,
        "initiators": Key(Link.INITIATES, (Kind.PERSON, Kind.ORGANISATION), outgoing=False),
        "partners": Key(Link.PARTNERS_IN, (Kind.ORGANISATION,), outgoing=False, main="role"),
        "department": Key(Link.HANDLED_BY, (Kind.DEPARTMENT,)),
        "contact": Key(Link.CONTACT_FOR, (Kind.PERSON,), outgoing=False),
        "interests": _INTERESTS,
    },
    Kind.PERSON: {
        "works_for": Key(Link.WORKS_FOR, (Kind.ORGANISATION, Kind.DEPARTMENT, Kind.BODY), main="role"),
        "portfolio_holder_of": Key(Link.PORTFOLIO_HOLDER_OF, (Kind.THEME, Kind.GOAL)),
        "account_holder_of": Key(
            Link.ACCOUNT_HOLDER_OF, (Kind.THEME, Kind.GOAL, Kind.AREA, Kind.ORGANISATION), main="expertise"
        ),
        "stands_in_for": Key(Link.STANDS_IN_FOR, (Kind.PERSON,)),
        "signpost_for": Key(Link.SIGNPOST_FOR, (Kind.THEME, Kind.AREA)),
        "may_be_contacted": Key(Link.MAY_BE_CONTACTED, (Kind.AREA,)),
    },
    Kind.ORGANISATION: {"themes": _THEMES, "area": _AREA},
    Kind.DEPARTMENT: {"part_of": Key(Link.PART_OF, (Kind.ORGANISATION,))},
    Kind.BODY: {},
    Kind.GOAL: {
        "part_of": Key(Link.PART_OF, (Kind.GOAL,)),
        "note": Key(Link.DERIVED_FROM, (Kind.POLICY_NOTE,), main="page"),
        "interests": _INTERESTS,
        "themes": _THEMES,
    },
    Kind.ASSESSMENT_FRAMEWORK: {"adopted_by": Key(Link.ADOPTED_BY, (Kind.BODY,))},
    Kind.CRITERION: {"part_of": Key(Link.PART_OF, (Kind.ASSESSMENT_FRAMEWORK,))},
    Kind.ASSESSMENT: {
        "judges": Key(Link.JUDGES, (Kind.INITIATIVE,)),
        "under": Key(Link.UNDER, (Kind.ASSESSMENT_FRAMEWORK,)),
        "answers": Key(Link.ANSWERS, (Kind.CRITERION,), main="answer"),
        "compared_with": Key(Link.COMPARED_WITH, (Kind.ASSESSMENT,)),
    },
    Kind.POLICY_NOTE: {"adopted_by": Key(Link.ADOPTED_BY, (Kind.BODY,)), "themes": _THEMES},
    Kind.THEME: {"narrower_than": Key(Link.NARROWER_THAN, (Kind.THEME,))},
    Kind.AREA: {"part_of": Key(Link.PART_OF, (Kind.AREA,)), "borders": Key(Link.BORDERS, (Kind.AREA,))},
    Kind.SUBSIDY_SCHEME: {"serves": Key(Link.SERVES, (Kind.GOAL,)), "themes": _THEMES},
    Kind.CONTRIBUTION: {
        "from": Key(Link.GIVES, _EVERYBODY, outgoing=False),
        "to": Key(Link.TO, (Kind.INITIATIVE, Kind.BODY)),
        "under": Key(Link.UNDER, (Kind.SUBSIDY_SCHEME,)),
    },
    Kind.COMMITMENT: {
        "by": Key(Link.MADE, (Kind.PERSON, Kind.DEPARTMENT, Kind.BODY, Kind.ORGANISATION), outgoing=False),
        "to": Key(Link.TO, (Kind.INITIATIVE, Kind.BODY)),
        "concerns": Key(Link.CONCERNS, (Kind.GOAL,)),
    },
    Kind.DECISION: {
        "decided_by": Key(Link.DECIDES, (Kind.DEPARTMENT, Kind.BODY, Kind.PERSON), outgoing=False),
        "waited_by": Key(Link.WAITS_FOR, (Kind.INITIATIVE,), outgoing=False),
    },
    Kind.REQUIREMENT: {
        "set_by": Key(Link.SETS, (Kind.DEPARTMENT,), outgoing=False),
        "must_meet": Key(Link.MUST_MEET, (Kind.INITIATIVE,), outgoing=False, main="requirement_state"),
    },
    Kind.INTERACTION: {
        "about": Key(Link.ABOUT, (Kind.INITIATIVE, Kind.ORGANISATION, Kind.PERSON)),
        "held_by": Key(Link.HELD, (Kind.PERSON,), outgoing=False),
    },
    Kind.NEED: {"by": Key(Link.NEEDS, _PARTIES, outgoing=False)},
    Kind.OFFER: {"by": Key(Link.OFFERS, _PARTIES, outgoing=False)},
    Kind.RESULT: {
        "of": Key(Link.ACHIEVED, (Kind.INITIATIVE,), outgoing=False),
        "counts_for": Key(Link.COUNTS_FOR, (Kind.GOAL,)),
    },
    Kind.LESSON: {"of": Key(Link.LEARNED, (Kind.INITIATIVE,), outgoing=False), "themes": _THEMES},
}

# Every record that has a form of its own can have a keeper.
for _kind in LINK[Link.KEEPS].ends:
    KEYS[_kind]["kept_by"] = Key(Link.KEEPS, (Kind.PERSON,), outgoing=False)

# A link began on this day of the record it is written with, unless the file names another.
BEGAN: dict[Kind, tuple[str, ...]] = {
    Kind.INITIATIVE: ("started_on", "status_since"),
    Kind.CONTRIBUTION: ("granted_on", "asked_on", "refused_on"),
    Kind.COMMITMENT: ("made_on",),
    Kind.DECISION: ("asked_on",),
    Kind.ASSESSMENT: ("decided_on", "asked_on"),
    Kind.ASSESSMENT_FRAMEWORK: ("adopted_on",),
    Kind.INTERACTION: ("happened_on",),
    Kind.RESULT: ("reached_on",),
}

# Properties that hold the id of another record; the files write its slug.
REFERENCES: dict[str, Kind | None] = {"status_confirmed_by": Kind.PERSON, "merged_into": None}
