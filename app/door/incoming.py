"""How often somebody may send something, by network address and by mail address."""

from __future__ import annotations

import datetime as dt
import math
from typing import TYPE_CHECKING

from flask import request
from flask_babel import ngettext

from app.database import graph
from graph import submissions, throttle

if TYPE_CHECKING:
    from flask_wtf import FlaskForm

    from graph.store import Transaction
    from graph.submissions import Sender

HOUR = dt.timedelta(hours=1)
# Anybody can type somebody else's mail address: only together with the network address may it be used up soon.
OF_SENDER = throttle.Limit("door sender", 5, HOUR)
# Nobody's mailbox is filled from many network addresses.
OF_MAILBOX = throttle.Limit("door mailbox", 20, HOUR)
# A whole library or school can be behind one network address.
OF_ADDRESS = throttle.Limit("door address", 30, HOUR)
ONCE = throttle.Limit("door letter", 1, dt.timedelta(days=1))


def count(sender: Sender) -> None:
    """Count one letter of `sender`; raises TooOften."""
    graph().write(_count, sender.email, request.remote_addr or "unknown")


def wait(form: FlaskForm, error: throttle.TooOften) -> dict[str, str]:
    """Say above the form, which keeps what was typed, how long to wait; returns the headers of the answer."""
    sentence = ngettext(
        "U stuurde ons veel achter elkaar. Wat u typte staat er nog. Probeer het over %(num)s minuut opnieuw.",
        "U stuurde ons veel achter elkaar. Wat u typte staat er nog. Probeer het over %(num)s minuten opnieuw.",
        math.ceil(error.seconds / 60),
    )
    form.form_errors.append(sentence)
    return {"Retry-After": str(error.seconds)}


def is_first(letter_id: str) -> bool:
    """Whether this letter, which is kept nowhere, was not sent before."""
    try:
        graph().write(throttle.take, limit=ONCE, subject=letter_id)
    except throttle.TooOften:
        return False
    return True


def was_not_sent(letter_id: str) -> None:
    """The letter could not go out: it may be sent again."""
    graph().write(throttle.give_back, limit=ONCE, subject=letter_id)


def _count(tx: Transaction, email: str, address: str) -> None:
    throttle.take(tx, limit=OF_SENDER, subject=f"{email} {address}")
    throttle.take(tx, limit=OF_MAILBOX, subject=email)
    throttle.take(tx, limit=OF_ADDRESS, subject=address)
    throttle.sweep(tx)
    submissions.forget(tx)
