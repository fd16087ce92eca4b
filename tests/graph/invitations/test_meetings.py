"""A meeting that moves, is called off or goes on after all: each leaves a line of who did what."""

import datetime as dt

import pytest

from graph import audit, clock
from graph.errors import Conflict
from graph.ids import new_id
from graph.invitations import meetings
from graph.rights import SYSTEM
from graph.store import Graph


def test_every_change_of_a_meeting_leaves_its_lines_and_a_refused_one_none(graph: Graph) -> None:
    known = {"actor": SYSTEM, "meeting_id": new_id()}
    told = {"name": "Tafel", "held_on": dt.date(2026, 12, 3), "starts_at": "19.30", "place": "De Schelp"}
    with clock.at(dt.datetime(2026, 11, 20, 9, tzinfo=dt.UTC)):
        graph.write(meetings.add, **known, **told, seats=8, invitations=[])
        graph.write(meetings.change, **known, version=1, **told | {"held_on": dt.date(2026, 12, 10)})
        with pytest.raises(Conflict):
            graph.write(meetings.change, **known, version=1, **told | {"place": "Het Duin"})
        graph.write(meetings.change, **known, version=2, **told | {"held_on": dt.date(2026, 12, 10)})
        graph.write(meetings.call_off, **known, version=2, because="De zaal lekt.")
        graph.write(meetings.go_on, **known, version=3)
    assert sorted(each for each in _lines(graph, known["meeting_id"]) if each[0] != "add_meeting") == [
        ("call_off_meeting", "called_off_because", "", "De zaal lekt."),
        ("call_off_meeting", "called_off_on", "", "2026-11-20"),
        ("change_meeting", "held_on", "2026-12-03", "2026-12-10"),
        ("resume_meeting", "called_off_because", "De zaal lekt.", ""),
        ("resume_meeting", "called_off_on", "2026-11-20", ""),
    ]


def _lines(graph: Graph, meeting_id: str) -> list[tuple[str, str, str, str]]:
    found = graph.read(audit.for_record, actor=SYSTEM, record_id=meeting_id)
    return [(each.action, each.field or "", each.old or "", each.new or "") for each in found]
