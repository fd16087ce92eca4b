"""Every type and property that a statement may name.

A server keeps no plan of a statement that names something it has never seen: it plans that statement anew at every
use, a second and more for the long ones. A young municipality has no meetings, bridges or pauses yet, and would wait
for that on every page. So all names are made known before the first page. (Labels are known from the constraints.)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.model import COMMON, LINKS, SHAPES, Link
from graph.query import Act

if TYPE_CHECKING:
    from graph.store import Transaction

_OWN_TYPES = (
    *("BETWEEN", "TOOK"),  # bridges
    *("DUE", "PAUSED"),  # terms of agreements, pauses of decisions
    *("FITS", "MENTIONS", "SAYS"),  # words
    *("FOR", "INVITES"),  # meetings
    *("HAS_ROLE", "IS", "OF"),  # accounts and sessions
    *("KEPT_BY", "TELLS", "WATCHES"),  # kept questions
    *("LIKELY_SAME_AS", "NOT_SAME_AS"),  # duplicates
    "SENT_TO",  # what the signpost remembers
)
_OWN_PROPERTIES = (
    # accounts, sessions, resets and links in a mail
    *("about_id", "began_at", "disabled_at", "ends_at", "idle_until", "last_login_at", "password_hash", "person_id"),
    *("sent_at", "token_hash"),
    # audit
    *("action", "actor_id", "field", "new", "old"),
    # what an import says of itself
    *("actor_name", "created", "file_name", "finished_at", "kept_fields", "kept_ids", "kept_others", "next_row"),
    *("nodes", "profile", "rejected", "relationships", "rows", "seconds", "started_at", "touched_at", "unchanged"),
    "updated",
    # links of records, terms and pauses
    *("since", "until", "planned_until", "batch", "ended_by_batch", "ended_by_decision", "none_agreed", "on", "set_on"),
    *("tellings", "mistaken"),
    # bridges, the steps they took, those that were kept, and what was learnt from them
    *("answer", "answered_at", "answered_by", "back_at", "before", "by", "by_group", "by_id", "counts"),
    *("initiative_id", "key", "kinds", "known", "learnt_at", "learnt_by", "learnt_from", "lines", "reminded_at"),
    *("state", "state_by", "state_since", "weights", "what", "wish"),
    # meetings and invitations
    *("called_off_because", "called_off_on", "changed_at", "place", "rank", "seats", "starts_at"),
    # what people send
    *("content", "kind", "sender_email", "sender_name"),
    # what the network told on a day
    *("kept_at", "kept_by", "lists", "names"),
    # kept questions, and who is told of new answers
    *("area", "ask", "checked_on", "claimed_at", "goal", "held_at", "is_shared", "number", "rhythm", "scheme", "seen"),
    *("supply_kind", "team", "theme", "told_at", "weekday"),
    # what the signpost remembers
    *("day", "dismissed_on", "stems", "words"),
    # addresses of others that were looked at
    *("checked_at", "problem", "record_ids", "url"),
    # figures that were switched on, and what is said of them
    *("changed_by", "changed_on", "figure", "is_on", "reaction", "reaction_by", "reaction_on", "team_id"),
)

TYPES: frozenset[str] = frozenset((*Link, *_OWN_TYPES))
"""Every type of relationship."""

PROPERTIES: frozenset[str] = frozenset(
    (
        *(each.name for each in COMMON),
        *(each.name for shape in SHAPES for each in shape.properties),
        *(each.name for shape in LINKS for each in shape.properties),
        *_OWN_PROPERTIES,
    )
)
"""Every property of a node or relationship that no constraint or index names."""

LEARN = Act("schema/learn_names")


def learn(tx: Transaction) -> None:
    """Let the server know every name; nothing else of the graph changes."""
    LEARN.run(tx, types=sorted(TYPES), properties=dict.fromkeys(sorted(PROPERTIES), True))
