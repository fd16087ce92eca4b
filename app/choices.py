"""The closed sets of the model in the words of the screen, and reading them from an address."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from flask_babel import lazy_gettext as _
from werkzeug.exceptions import BadRequest

from graph.bridges.standing import State as BridgeState
from graph.model import (
    CommitmentKind,
    ContributionKind,
    DecisionKind,
    DecisionLevel,
    FrameworkState,
    InteractionKind,
    LessonKind,
    OrganisationKind,
    Outcome,
    RequirementState,
    Status,
    SupplyKind,
    Visibility,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

Chosen = TypeVar("Chosen", bound=StrEnum)

STATUS_LABELS = {
    Status.IDEA: _("Idee"),
    Status.STARTED: _("Gestart"),
    Status.RUNNING: _("In uitvoering"),
    Status.COMPLETED: _("Afgerond"),
    Status.STOPPED: _("Gestopt"),
}
ORGANISATION_KIND_LABELS = {
    OrganisationKind.RESIDENTS: _("Bewonersgroep"),
    OrganisationKind.FOUNDATION: _("Stichting"),
    OrganisationKind.ASSOCIATION: _("Vereniging"),
    OrganisationKind.COMPANY: _("Bedrijf"),
    OrganisationKind.SCHOOL: _("School"),
    OrganisationKind.CARE: _("Zorg en welzijn"),
    OrganisationKind.GOVERNMENT: _("Overheid"),
    OrganisationKind.OTHER: _("Anders"),
}
LESSON_LABELS = {
    LessonKind.STIMULUS: _("Stimulans"),
    LessonKind.OBSTACLE: _("Obstakel"),
    LessonKind.TIP: _("Tip"),
}
DECISION_KIND_LABELS = {
    DecisionKind.APPLICATION: _("Formele aanvraag"),
    DecisionKind.POLITICAL: _("Politieke keuze"),
    DecisionKind.QUESTION: _("Vraag"),
}
DECISION_LEVEL_LABELS = {
    DecisionLevel.OFFICIAL: _("Een ambtenaar, namens het college"),
    DecisionLevel.COLLEGE: _("Het college"),
    DecisionLevel.COUNCIL: _("De raad"),
}

OUTCOME_LABELS = {
    Outcome.SUPPORTED: _("Steunen"),
    Outcome.PARTLY: _("Deels steunen"),
    Outcome.NOT_SUPPORTED: _("Niet steunen"),
}
FRAMEWORK_LABELS = {
    FrameworkState.DRAFT: _("Concept"),
    FrameworkState.ADOPTED: _("Vastgesteld"),
    FrameworkState.RETIRED: _("Vervangen"),
}
CONTRIBUTION_LABELS = {
    ContributionKind.CAPACITY: _("Hulp en uren"),
    ContributionKind.MEANS: _("Spullen of ruimte"),
    ContributionKind.PERMIT: _("Vergunning of toestemming"),
    ContributionKind.MONEY: _("Geld"),
    ContributionKind.KNOWLEDGE: _("Kennis en advies"),
}

SUPPLY_LABELS = {
    SupplyKind.PEOPLE: _("Mensen en handen"),
    SupplyKind.ROOM: _("Ruimte"),
    SupplyKind.MATERIALS: _("Spullen en materiaal"),
    SupplyKind.KNOWLEDGE: _("Kennis en advies"),
    SupplyKind.MONEY: _("Geld"),
    SupplyKind.NETWORK: _("Bekendheid en contacten"),
    SupplyKind.OTHER: _("Iets anders"),
}

COMMITMENT_LABELS = {
    CommitmentKind.PROMISE_TO_COUNCIL: _("Bestuurlijke toezegging"),
    CommitmentKind.AGREEMENT: _("Afspraak"),
    CommitmentKind.REQUEST: _("Verzoek"),
}

VISIBILITY_LABELS = {
    Visibility.DRAFT: _("Nog niet openbaar"),
    Visibility.PUBLISHED: _("Openbaar"),
    Visibility.REMOVED: _("Verwijderd"),
}

INTERACTION_LABELS = {
    InteractionKind.NOTE: _("Notitie"),
    InteractionKind.CALL: _("Telefoongesprek"),
    InteractionKind.VISIT: _("Bezoek of gesprek"),
    InteractionKind.MAIL: _("E-mail"),
}
REQUIREMENT_LABELS = {
    RequirementState.OPEN: _("Nog niet aan voldaan"),
    RequirementState.MET: _("Aan voldaan"),
    RequirementState.DROPPED: _("Geldt niet meer"),
}
BRIDGE_LABELS = {
    BridgeState.SUGGESTED: _("Nieuw"),
    BridgeState.ASKED: _("Voorgesteld"),
    BridgeState.ACCEPTED: _("Beide willen"),
    BridgeState.INTRODUCED: _("Aan elkaar voorgesteld"),
    BridgeState.MET: _("Ontmoet"),
    BridgeState.WORKING_TOGETHER: _("Samenwerking"),
    BridgeState.RESULT: _("Resultaat"),
    BridgeState.KNOWN_ALREADY: _("Kennen elkaar al"),
    BridgeState.REFUSED: _("Niet nuttig"),
    BridgeState.STOPPED: _("Gestopt"),
}


def choice(values: type[Chosen], text: str | None) -> Chosen | None:
    """The member of `values` that an address names, None when it names none; raises BadRequest for anything else."""
    if not text:
        return None
    try:
        return values(text)
    except ValueError as error:
        raise BadRequest from error


class Shown(StrEnum):
    """Drafts or what is published, as a list names them in its address; for who may see drafts."""

    DRAFT = "concept"
    PUBLISHED = "gepubliceerd"

    @property
    def visibility(self) -> Visibility:
        """The visibility that is meant."""
        return Visibility.DRAFT if self is Shown.DRAFT else Visibility.PUBLISHED


def visibilities(counts: Mapping[str, int]) -> list[tuple[str, str, int | None]]:
    """The choices of the filter on drafts, from how many rows the list would show of each visibility."""
    return [
        (each.value, str(VISIBILITY_LABELS[each.visibility]), counts.get(each.visibility.value, 0)) for each in Shown
    ]


def status_label(status: Status | str) -> str:
    """The word for where an initiative stands; raises ValueError when there is none."""
    return str(STATUS_LABELS[Status(status)])
