"""What people of Duinvliet did with the program before the visitor came: a bridge, a meeting, figures."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from app.commands import language
from app.meetings import words
from graph import clock, invitations
from graph.bridges import life, standing
from graph.bridges.standing import State
from graph.demo import record_id
from graph.figures import reactions, switches
from graph.figures.switches import Figure
from graph.invitations import Subject, meetings
from graph.model import Kind
from graph.questions import Ask, Question, alerts, saved
from graph.questions.saved import Rhythm
from graph.rights import Actor

if TYPE_CHECKING:
    from graph.demo import DemoAccount
    from graph.store import Graph

SEATS = 40
GOALS = ("bijen-en-vlinders", "tegels", "samen-beheren")
AREAS = ("duinplein", "polderkwartier", "de-geest")
BRIDGE = ("zonnedak-de-duinpan", "zwerfvuilbrigade-zeezicht")
WISH = "Wij zijn allebei vaak bij de sporthal. Samen houden wij het terrein schoon en wekken wij er stroom op."
# How far two other bridges came, with what was written down, and how many days ago.
FURTHER = (
    (
        ("koffie-in-de-kerk", "molenplein-leeft"),
        "Wij willen allebei dat buren elkaar vaker spreken.",
        (
            (State.INTRODUCED, "Bij de bakker op het Molenplein.", 150),
            (State.MET, "", 132),
            (State.WORKING_TOGETHER, "Elke eerste dinsdag koffie op het plein.", 101),
            (State.RESULT, "Vijf keer koffie op het Molenplein, elke keer met zo’n dertig buren.", 12),
        ),
    ),
    (
        ("wandelen-met-de-dokter", "avondvierdaagse-2026"),
        "Wij willen allebei dat meer mensen gaan lopen.",
        ((State.INTRODUCED, "Op de Initiatieventafel.", 47),),
    ),
)
# An initiative and an organisation that work together; nobody recorded yet that the organisation is a partner.
PARTY = (
    ("haven-schoon", "strandpaviljoen-zilt"),
    "De scholieren ruimen het strand op en eten daarna samen bij het paviljoen.",
    (
        (State.INTRODUCED, "Op het terras, met de docent erbij.", 64),
        (State.MET, "", 50),
        (State.WORKING_TOGETHER, "Elke laatste vrijdag van de maand staat er een tafel klaar.", 22),
    ),
)
# The initiator of the demonstration is asked something as well.
ASKED = (("opfleuren-duinplein", "repaircafe-havenkwartier"), "Gereedschap dat de een heeft, kan de ander gebruiken.")
PUBLISHED = (
    (
        Figure.WAITING_TIMES,
        "Dit is te lang. Vanaf januari noemt elk team meteen een datum.",
        "Els Denkbeeld, wethouder Groen",
    ),
    (
        Figure.OUTCOMES,
        "Wij leggen elke afweging uit. Bent u het er niet mee eens? Bel ons, dan praten wij erover.",
        "Team Samenleving",
    ),
)
# Questions that were kept, by id; the first is told every week.
QUESTIONS = (
    (
        "019b8d2b-8c00-7a11-8bee-000000000201",
        "Bijen en vlinders: wie kent elkaar nog niet?",
        Question(Ask.SHARED_GOAL, goal=record_id(Kind.GOAL, "bijen-en-vlinders")),
    ),
    ("019b8d2b-8c00-7a11-8bee-000000000202", "Wie wacht al acht weken?", Question(Ask.WAITING, number=56)),
)
MEETING = "019b8d2b-8c00-7a11-8bee-000000000112"


def tell(graph: Graph, account: DemoAccount, account_id: str) -> None:
    """As this bridge-builder: lead bridges, put the invitations of the Initiatieventafel ready, keep two questions.

    Telling it again changes nothing, also when a visitor took the bridge further or back.
    """
    actor = Actor(name=account.name, account_id=account_id, person_id=account.person_id, roles=account.roles)
    a, b = (record_id(Kind.INITIATIVE, slug) for slug in BRIDGE)
    if graph.read(standing.of, actor=actor, a=a, b=b) is None:
        graph.write(life.ask, actor=actor, a=a, b=b, text=WISH)
    for (one, other), wish, steps in FURTHER:
        _further(graph, actor, record_id(Kind.INITIATIVE, one), record_id(Kind.INITIATIVE, other), wish, steps)
    (one, party), wish, taken = PARTY
    _further(graph, actor, record_id(Kind.INITIATIVE, one), record_id(Kind.ORGANISATION, party), wish, taken)
    (one, other), wish = ASKED
    a, b = record_id(Kind.INITIATIVE, one), record_id(Kind.INITIATIVE, other)
    if graph.read(standing.of, actor=actor, a=a, b=b) is None:
        graph.write(life.ask, actor=actor, a=a, b=b, text=wish)
    if not graph.read(meetings.rows, selection=meetings.Selection(), skip=0, limit=1):
        with language.dutch():
            _invite(graph, actor)
    if not graph.read(saved.counts, actor=actor).total:
        _keep_questions(graph, actor, account_id)


def _keep_questions(graph: Graph, actor: Actor, account_id: str) -> None:
    for question_id, name, question in QUESTIONS:
        graph.write(saved.keep, actor=actor, question_id=question_id, name=name, is_shared=True, question=question)
    graph.write(
        alerts.switch_on,
        actor=actor,
        question_id=QUESTIONS[0][0],
        account_id=account_id,
        rhythm=Rhythm.WEEKLY,
        weekday=1,
    )


def publish(graph: Graph, account: DemoAccount, account_id: str) -> None:
    """As this administrator: publish how long decisions take and what came of assessments, with what is said of it.

    Telling it again changes nothing, also when a visitor switched a figure off.
    """
    actor = Actor(name=account.name, account_id=account_id, person_id=account.person_id, roles=account.roles)
    known = graph.read(switches.switches)
    for figure, reaction, by in PUBLISHED:
        if known[figure].changed_on is None:
            graph.write(switches.switch, actor=actor, figure=figure, on=True)
            graph.write(reactions.react, actor=actor, figure=figure, team_id=None, reaction=reaction, reaction_by=by)


def _further(graph: Graph, actor: Actor, a: str, b: str, wish: str, steps: tuple[tuple[State, str, int], ...]) -> None:
    """From the question through two times yes to the last of `steps`, each so many days ago."""
    if graph.read(standing.of, actor=actor, a=a, b=b) is not None:
        return
    now = clock.now()
    with clock.at(now - dt.timedelta(days=steps[0][2] + 14)):
        graph.write(life.ask, actor=actor, a=a, b=b, text=wish)
    with clock.at(now - dt.timedelta(days=steps[0][2] + 6)):
        for side in (a, b):
            graph.write(life.answer, actor=actor, a=a, b=b, side_id=side, yes=True)
    for state, text, days in steps:
        with clock.at(now - dt.timedelta(days=days)):
            graph.write(life.step, actor=actor, a=a, b=b, state=state, text=text)


def _invite(graph: Graph, actor: Actor) -> None:
    subject = Subject(
        goals=tuple(record_id(Kind.GOAL, slug) for slug in GOALS),
        areas=tuple(record_id(Kind.AREA, slug) for slug in AREAS),
    )
    made = graph.read(invitations.make, actor=actor, subject=subject, seats=SEATS)
    ready = [
        meetings.Ready(each.candidate.facts.id, each.rank, each.score, each.basis, " ".join(words.reasons(each)))
        for each in (*made.guests, *made.officials)
    ]
    graph.write(
        meetings.add,
        actor=actor,
        meeting_id=MEETING,
        name="Initiatieventafel Groen",
        held_on=dt.date(2027, 1, 12),
        starts_at="19.30 uur",
        place="De Schelp",
        seats=SEATS,
        invitations=ready,
    )
