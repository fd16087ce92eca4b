"""For what a person may be contacted."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from graph import audit, consents
from graph.consents import Channel, Consent
from graph.errors import Conflict, Invalid, NotAllowed, NotFound
from graph.model import Basis, Purpose
from graph.rights import SYSTEM, VISITOR

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.store import Graph
    from tests.given import Given

MAIL = Consent(Purpose.INVITATION, Channel.MAIL, Basis.CONSENT, "gesprek", dt.date(2026, 1, 1), dt.date(2028, 1, 1))
CALL = Consent(Purpose.INVITATION, Channel.TELEPHONE, Basis.CONSENT, "gesprek", dt.date(2026, 1, 1))


def replace(graph: Graph, person_id: str, version: int, wanted: Sequence[Consent]) -> None:
    graph.write(consents.replace, actor=SYSTEM, person_id=person_id, version=version, consents=wanted)


def now(graph: Graph, person_id: str) -> list[Consent]:
    return graph.read(consents.of_person, actor=SYSTEM, person_id=person_id)


def test_without_an_answer_nobody_may_be_contacted(graph: Graph, given: Given) -> None:
    assert now(graph, given.person()) == []


def test_consent_is_given_changed_and_withdrawn(graph: Graph, given: Given) -> None:
    given.area(level="municipality")
    person = given.person(person_kind="resident")
    replace(graph, person, 1, [MAIL, CALL])
    assert now(graph, person) == [MAIL, CALL]
    replace(graph, person, 2, [CALL])
    assert now(graph, person) == [CALL]
    replace(graph, person, 3, [])
    assert now(graph, person) == []
    lines = [line.action for line in graph.read(audit.for_record, actor=SYSTEM, record_id=person)]
    assert (lines.count("give_consent"), lines.count("withdraw_consent")) == (2, 2)


def test_a_resident_has_no_function(graph: Graph, given: Given) -> None:
    given.area(level="municipality")
    by_function = [Consent(Purpose.NEWS, Channel.MAIL, Basis.FUNCTION)]
    with pytest.raises(Invalid):
        replace(graph, given.person(person_kind="resident"), 1, by_function)
    official = given.person(person_kind="official")
    replace(graph, official, 1, by_function)
    assert now(graph, official)[0].basis is Basis.FUNCTION


def test_who_saw_an_older_version_or_may_not_see_this_is_refused(graph: Graph, given: Given) -> None:
    person = given.person()
    with pytest.raises(Conflict):
        replace(graph, person, 7, [])
    with pytest.raises(NotAllowed):
        graph.write(consents.replace, actor=VISITOR, person_id=person, version=1, consents=[])
    with pytest.raises(NotAllowed):
        graph.read(consents.of_person, actor=VISITOR, person_id=person)
    with pytest.raises(NotFound):
        replace(graph, given.theme(), 1, [])
    with pytest.raises(NotFound):
        replace(graph, person, 1, [MAIL])
