"""Who may do what: one table, checked for every record and also when a graph function is called directly."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from graph.errors import NotAllowed
from graph.model import Visibility


class Role(StrEnum):
    """What a person does here; one account can hold several."""

    INITIATOR = "initiator"
    BRIDGE_BUILDER = "bridge_builder"
    ORGANISER = "organiser"
    ADMINISTRATOR = "administrator"


class Permission(StrEnum):
    """What can be allowed; the value is the sentence."""

    SEE_DRAFTS = "see records that are not published yet"
    SEE_PRIVATE = "see names, addresses and notes that are not public"
    EDIT_RECORDS = "make, change, end and remove records"
    EDIT_OWN = "propose changes to the initiatives one undertakes"
    FILL_IN = "answer, one question at a time, what a record still lacks"
    SEE_BRIDGES = "see suggestions, scores and the state of bridges"
    BUILD_BRIDGES = "ask both groups, refuse, and record what came of a bridge"
    MAKE_LISTS = "make invitation lists and export them"
    MODERATE = "accept or refuse what people propose"
    KEEP_QUESTIONS = "keep questions under a name, and be told of new answers"
    IMPORT = "bring in registers, undo imports and merge duplicates"
    ADMINISTER = "give and take access, and see the audit trail"


MAY: dict[Role, frozenset[Permission]] = {
    Role.INITIATOR: frozenset({Permission.EDIT_OWN, Permission.FILL_IN}),
    Role.BRIDGE_BUILDER: frozenset(
        {
            Permission.SEE_DRAFTS,
            Permission.SEE_PRIVATE,
            Permission.EDIT_RECORDS,
            Permission.FILL_IN,
            Permission.SEE_BRIDGES,
            Permission.BUILD_BRIDGES,
            Permission.MAKE_LISTS,
            Permission.KEEP_QUESTIONS,
            Permission.MODERATE,
        }
    ),
    Role.ORGANISER: frozenset(
        {Permission.SEE_DRAFTS, Permission.SEE_PRIVATE, Permission.MAKE_LISTS, Permission.KEEP_QUESTIONS}
    ),
    Role.ADMINISTRATOR: frozenset(
        {
            Permission.SEE_DRAFTS,
            Permission.SEE_PRIVATE,
            Permission.EDIT_RECORDS,
            Permission.FILL_IN,
            Permission.SEE_BRIDGES,
            Permission.KEEP_QUESTIONS,
            Permission.MODERATE,
            Permission.IMPORT,
            Permission.ADMINISTER,
        }
    ),
}


READING = frozenset({Permission.SEE_DRAFTS, Permission.SEE_PRIVATE})
"""What somebody keeps who looks at an earlier day: nothing can be changed there."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts: the account and its person, or a visitor, or the system itself; `only_reads` leaves `READING`."""

    name: str
    account_id: str | None = None
    person_id: str | None = None
    roles: frozenset[Role] = field(default_factory=frozenset)
    is_system: bool = False
    only_reads: bool = False

    def may(self, permission: Permission) -> bool:
        """Whether one of the roles gives `permission`."""
        if self.only_reads and permission not in READING:
            return False
        return self.is_system or any(permission in MAY[role] for role in self.roles)

    def must(self, permission: Permission) -> None:
        """Raise NotAllowed unless one of the roles gives `permission`."""
        if not self.may(permission):
            message = f"{self.name} may not {permission}"
            raise NotAllowed(message)

    @property
    def visible(self) -> list[str]:
        """The visibilities this actor's reads may return, for the parameter `$visible`."""
        if self.may(Permission.SEE_DRAFTS):
            return [Visibility.DRAFT, Visibility.PUBLISHED]
        return [Visibility.PUBLISHED]

    @property
    def audit_id(self) -> str:
        """What the audit trail writes as the actor."""
        return self.account_id or ("system" if self.is_system else "visitor")


VISITOR = Actor(name="visitor")
SYSTEM = Actor(name="system", is_system=True)
