"""One form for each kind of record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.records.forms.area import AreaForm
from app.records.forms.assessment import AssessmentForm, AssessmentFrameworkForm
from app.records.forms.commitment import CommitmentForm
from app.records.forms.contribution import ContributionForm
from app.records.forms.decision import DecisionForm
from app.records.forms.goal import GoalForm
from app.records.forms.government import BodyForm, DepartmentForm
from app.records.forms.initiative import InitiativeForm
from app.records.forms.interaction import InteractionForm
from app.records.forms.learned import LessonForm, ResultForm
from app.records.forms.organisation import OrganisationForm
from app.records.forms.person import PersonForm
from app.records.forms.policy_note import PolicyNoteForm
from app.records.forms.requirement import RequirementForm
from app.records.forms.scheme import SubsidySchemeForm
from app.records.forms.supply import NeedForm, OfferForm
from app.records.forms.theme import ThemeForm

if TYPE_CHECKING:
    from app.records.forms.base import RecordForm
    from graph.model import Kind

_ALL: tuple[type[RecordForm], ...] = (
    ResultForm,
    LessonForm,
    InitiativeForm,
    OrganisationForm,
    PersonForm,
    GoalForm,
    PolicyNoteForm,
    ThemeForm,
    AreaForm,
    DepartmentForm,
    BodyForm,
    SubsidySchemeForm,
    AssessmentFrameworkForm,
    AssessmentForm,
    DecisionForm,
    RequirementForm,
    InteractionForm,
    ContributionForm,
    CommitmentForm,
    NeedForm,
    OfferForm,
)
FORMS: dict[Kind, type[RecordForm]] = {form.kind: form for form in _ALL}

__all__ = ["FORMS"]
