"""Accounts: who can log in, with which roles; every change leaves an audit line and ends the sessions it should end."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from itertools import count
from typing import TYPE_CHECKING

from email_validator import EmailNotValidError, validate_email

from graph import audit, clock, ids, passwords, sessions
from graph.errors import AlreadyExists, GraphError, Invalid, NotAllowed
from graph.properties import Reason
from graph.query import Act, Read, Write
from graph.rights import SYSTEM, Actor, Permission, Role

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.store import Transaction

# Who wants every account gets so many at a time.
AT_ONCE = 1_000


@dataclass(frozen=True, slots=True)
class Made:
    """Whether an account was made just now, or was there already."""

    created: bool


@dataclass(frozen=True, slots=True)
class Login:
    """What is needed to check a password."""

    id: str
    password_hash: str | None
    open: bool


@dataclass(frozen=True, slots=True)
class Account:
    """One account with its person and roles."""

    id: str
    email: str
    password_hash: str | None
    person_id: str | None
    name: str
    roles: frozenset[Role]
    disabled_at: dt.datetime | None


class Use(StrEnum):
    """Whether an account can be used: open, waiting until its owner chooses a password, or closed."""

    OPEN = "open"
    WAITING = "waiting"
    CLOSED = "closed"


class Order(StrEnum):
    """In which order accounts stand: by name, who logged in last first, or who did not for longest first."""

    NAME = "name"
    LATEST = "latest"
    LONGEST = "longest"


@dataclass(frozen=True, slots=True)
class Selection:
    """What the list of accounts shows; `words` stand in the name or the mail address."""

    role: Role | None = None
    use: Use | None = None
    words: str = ""
    order: Order = Order.NAME


EVERY = Selection()


@dataclass(frozen=True, slots=True)
class AccountInList:
    """One account as administrators see it."""

    id: str
    email: str
    person_id: str | None
    name: str
    roles: frozenset[Role]
    use: Use
    disabled_at: dt.datetime | None
    last_login_at: dt.datetime | None


@dataclass(frozen=True, slots=True)
class Count:
    """How many accounts have exactly these roles and stand so."""

    roles: frozenset[Role]
    use: Use
    accounts: int


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of accounts, how many there are, and how many each choice of a filter would give."""

    total: int
    rows: tuple[AccountInList, ...]
    roles: Counter[Role]
    uses: Counter[Use]


@dataclass(frozen=True, slots=True)
class Identity:
    """The id of something found."""

    id: str


class LastAdministrator(GraphError):
    """Nobody would be left who can give access."""

    def __init__(self) -> None:
        super().__init__("this is the last administrator; make another one first")


ADD = Write("accounts/add", Made)
FOR_LOGIN = Read("accounts/for_login", Login)
BY_ID = Read("accounts/by_id", Account)
ALL = Read("accounts/all", AccountInList)
COUNTS = Read("accounts/counts", Count)
ADMINISTRATORS = Write("accounts/administrators", Identity)
PERSON_BY_EMAIL = Read("accounts/person_by_email", Identity)
SET_ROLES = Act("accounts/set_roles")
SET_PASSWORD = Act("accounts/set_password")
REHASH = Act("accounts/rehash")
SET_DISABLED = Act("accounts/set_disabled")
NOTE_LOGIN = Act("accounts/note_login")


def mail_address(text: str) -> str:
    """`text` as the address of an account: checked, in small letters; raises Invalid("email")."""
    try:
        # Addresses of this machine and of examples are good enough: nobody is sent to them from here.
        found = validate_email(text.strip(), check_deliverability=False, test_environment=True)
    except EmailNotValidError as error:
        raise Invalid("email", Reason.NOT_A_MAIL_ADDRESS) from error
    return found.normalized.lower()


def add(
    tx: Transaction,
    *,
    actor: Actor,
    email: str,
    password: str | None,
    person_id: str,
    roles: Iterable[Role],
    account_id: str | None = None,
) -> str:
    """Make an account for a person and return its id; without a password the owner chooses one by mail.

    Doing it again with the same `account_id` changes nothing. Raises NotAllowed, Invalid, AlreadyExists("email"),
    NotFound (the person).
    """
    actor.must(Permission.ADMINISTER)
    address = mail_address(email)
    if password is not None:
        passwords.check(password, near=_near(address))
    account_id = account_id or ids.new_id()
    taken = FOR_LOGIN.maybe(tx, email=address)
    if taken is not None and taken.id != account_id:
        raise AlreadyExists("email")
    password_hash = None if password is None else passwords.hashed(password)
    made = ADD.one(tx, id=account_id, person_id=person_id, email=address, password_hash=password_hash, at=clock.now())
    if made.created:
        lines = [
            audit.Line("account_add", account_id, "email", None, address),
            audit.Line("account_add", account_id, "person_id", None, person_id),
        ]
        audit.write(tx, actor=actor, lines=lines)
        _set_roles(tx, actor, account_id, frozenset(), frozenset(roles))
    return account_id


def ensure(tx: Transaction, *, email: str, password: str, person_id: str, roles: Iterable[Role]) -> str:
    """The account with this address, made when it is not there, with this password and these roles; for the demo."""
    known = FOR_LOGIN.maybe(tx, email=mail_address(email))
    if known is None:
        return add(tx, actor=SYSTEM, email=email, password=password, person_id=person_id, roles=roles)
    if not passwords.matches(known.password_hash, password):
        set_password(tx, actor=SYSTEM, account_id=known.id, password=password)
    _set_roles(tx, SYSTEM, known.id, BY_ID.one(tx, id=known.id).roles, frozenset(roles))
    if not known.open:
        enable(tx, actor=SYSTEM, account_id=known.id)
    return known.id


def for_login(tx: Transaction, *, email: str) -> Login | None:
    """What is needed to check a password; None when no open account has this address."""
    try:
        address = mail_address(email)
    except Invalid:
        return None
    found = FOR_LOGIN.maybe(tx, email=address)
    return found if found is not None and found.open else None


def note_login(tx: Transaction, *, account_id: str, rehashed: str | None = None) -> None:
    """Remember that the account was used to log in; `rehashed` is its password under today's costs."""
    NOTE_LOGIN.run(tx, id=account_id, at=clock.now())
    if rehashed is not None:
        REHASH.run(tx, id=account_id, password_hash=rehashed)


def own(tx: Transaction, *, actor: Actor) -> Account:
    """The account of the one who asks; raises NotAllowed for visitors."""
    if actor.account_id is None:
        raise NotAllowed("a visitor has no account")
    return BY_ID.one(tx, id=actor.account_id)


def read(tx: Transaction, *, actor: Actor, account_id: str) -> Account:
    """One account; raises NotAllowed, NotFound."""
    actor.must(Permission.ADMINISTER)
    return BY_ID.one(tx, id=account_id)


def overview(tx: Transaction, *, actor: Actor) -> list[AccountInList]:
    """Every account, by name; raises NotAllowed."""
    found: list[AccountInList] = []
    for skip in count(0, AT_ONCE):
        some = rows(tx, actor=actor, selection=EVERY, skip=skip, limit=AT_ONCE)
        found += some
        if len(some) < AT_ONCE:
            break
    return found


def listing(tx: Transaction, *, actor: Actor, selection: Selection, skip: int, limit: int) -> Listing:
    """One page of the accounts that are asked for; raises NotAllowed."""
    found = rows(tx, actor=actor, selection=selection, skip=skip, limit=limit)
    roles: Counter[Role] = Counter()
    uses: Counter[Use] = Counter()
    total = 0
    for each in COUNTS.all(tx, words=_small(selection)):
        of_role, of_use = selection.role is None or selection.role in each.roles, selection.use in {None, each.use}
        roles.update(dict.fromkeys(each.roles, each.accounts * of_use))
        uses[each.use] += each.accounts * of_role
        total += each.accounts * (of_role and of_use)
    return Listing(total, found, roles, uses)


def rows(tx: Transaction, *, actor: Actor, selection: Selection, skip: int, limit: int) -> tuple[AccountInList, ...]:
    """The same without counts, for a file; raises NotAllowed."""
    actor.must(Permission.ADMINISTER)
    named = {"role": selection.role, "use": selection.use, "words": _small(selection), "order": selection.order}
    return tuple(ALL.all(tx, **named, skip=skip, limit=limit))


def by_email(tx: Transaction, *, actor: Actor, email: str) -> Account | None:
    """The account with this address, open or not; raises NotAllowed, Invalid."""
    actor.must(Permission.ADMINISTER)
    found = FOR_LOGIN.maybe(tx, email=mail_address(email))
    return None if found is None else BY_ID.one(tx, id=found.id)


def person_without_account(tx: Transaction, *, actor: Actor, email: str) -> str | None:
    """The one person with this mail address who has no account yet; None when there is none or more than one."""
    actor.must(Permission.ADMINISTER)
    found = PERSON_BY_EMAIL.all(tx, email=mail_address(email), limit=2)
    return found[0].id if len(found) == 1 else None


def set_roles(tx: Transaction, *, actor: Actor, account_id: str, roles: Iterable[Role]) -> None:
    """Give the account exactly these roles; raises NotAllowed, NotFound, LastAdministrator."""
    actor.must(Permission.ADMINISTER)
    wanted = frozenset(roles)
    if Role.ADMINISTRATOR not in wanted:
        _somebody_stays(tx, account_id)
    _set_roles(tx, actor, account_id, BY_ID.one(tx, id=account_id).roles, wanted)


def disable(tx: Transaction, *, actor: Actor, account_id: str) -> None:
    """Close the account and end its sessions; raises NotAllowed, NotFound, LastAdministrator."""
    actor.must(Permission.ADMINISTER)
    _somebody_stays(tx, account_id)
    if BY_ID.one(tx, id=account_id).disabled_at is not None:
        return
    now = clock.now()
    SET_DISABLED.run(tx, id=account_id, disabled_at=now, at=now)
    sessions.end_all(tx, account_id=account_id)
    audit.write(tx, actor=actor, lines=[audit.Line("account_disable", account_id)])


def enable(tx: Transaction, *, actor: Actor, account_id: str) -> None:
    """Open the account again; raises NotAllowed, NotFound."""
    actor.must(Permission.ADMINISTER)
    if BY_ID.one(tx, id=account_id).disabled_at is None:
        return
    SET_DISABLED.run(tx, id=account_id, disabled_at=None, at=clock.now())
    audit.write(tx, actor=actor, lines=[audit.Line("account_enable", account_id)])


def set_password(tx: Transaction, *, actor: Actor, account_id: str, password: str) -> None:
    """Give somebody another password and end all sessions; raises NotAllowed, NotFound, Invalid("password")."""
    actor.must(Permission.ADMINISTER)
    replace_password(tx, actor=actor, account=BY_ID.one(tx, id=account_id), password=password)


def change_password(tx: Transaction, *, actor: Actor, old: str, new: str, token: str) -> None:
    """Give one's own account another password and end the other sessions; the one with `token` lives on.

    Raises NotAllowed for visitors, Invalid("old_password", Weakness.WRONG), Invalid("password", Weakness).
    """
    account = own(tx, actor=actor)
    if not passwords.matches(account.password_hash, old):
        raise Invalid("old_password", passwords.Weakness.WRONG)
    replace_password(tx, actor=actor, account=account, password=new, keep=token)


def replace_password(
    tx: Transaction, *, actor: Actor, account: Account, password: str, keep: str | None = None
) -> None:
    """Store another password, with what follows: sessions (but `keep`) and tokens end, an audit line is written.

    For callers that know `actor` may do this. Raises Invalid("password", Weakness).
    """
    passwords.check(password, near=_near(account.email))
    SET_PASSWORD.run(tx, id=account.id, password_hash=passwords.hashed(password), at=clock.now())
    sessions.end_all(tx, account_id=account.id, but=keep)
    audit.write(tx, actor=actor, lines=[audit.Line("account_password", account.id)])


def _somebody_stays(tx: Transaction, account_id: str) -> None:
    if [each.id for each in ADMINISTRATORS.all(tx, role=Role.ADMINISTRATOR)] == [account_id]:
        raise LastAdministrator


def _set_roles(tx: Transaction, actor: Actor, account_id: str, now: frozenset[Role], wanted: frozenset[Role]) -> None:
    if now == wanted:
        return
    SET_ROLES.run(tx, id=account_id, roles=sorted(wanted), at=clock.now())
    lines = [audit.Line("role_give", account_id, "role", None, role) for role in sorted(wanted - now)]
    lines += [audit.Line("role_take", account_id, "role", role, None) for role in sorted(now - wanted)]
    audit.write(tx, actor=actor, lines=lines)


def _near(email: str) -> list[str]:
    return [email, email.partition("@")[0]]


def _small(selection: Selection) -> list[str]:
    return selection.words.lower().split()
