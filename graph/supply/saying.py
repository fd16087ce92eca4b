"""The words of needs and offers, and which offers fit which needs because of them.

An offer fits a need when a word stands in the names of both, or when both are of one kind and a word in the name of
the one stands anywhere in the other. Words are stems (`graph.words`); those that say nothing of what is sought, and
those that more than `COMMON` needs and offers say, make no match. The notes are made when a need or offer is written;
who may see it, and until when it holds, is looked at when it is read.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph import words
from graph.model import Kind
from graph.query import Act

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

    from graph.store import Transaction

KINDS = frozenset({Kind.NEED, Kind.OFFER})
# What these properties say makes needs and offers fit.
SAID = ("name", "description")
COMMON = 100

# Words that many needs and offers share and that do not tell what is sought.
_EVERYWHERE = (
    "zoeken zoekt bieden biedt graag gratis lenen leen ophalen halen brengen nodig gezocht aangeboden samen iemand "
    "mensen groep groepen buurt wijk straat stad gemeente maandag dinsdag woensdag donderdag vrijdag zaterdag zondag "
    "ochtend middag avond dinsdagavond weekend week weken maand maanden jaar januari februari maart april juni juli "
    "augustus september oktober november december voorjaar zomer najaar winter twee drie vier vijf tien twaalf twintig "
    "oude oud nieuwe nieuw grote groot kleine klein verse goed goede mooie eigen half halve hele ander andere extra "
    "laatste eerste elke ieder iedere wordt worden kunnen willen mogen moeten hebben krijgen komen langs vrij klaar"
)
_NOTHING = frozenset(stem for each in _EVERYWHERE.split() for stem in words.stems(each))

# A word that says nothing of what an initiative is about, but all of what it seeks.
_VOLUNTEERS = re.compile(r"\bvrijwilligers?\b", re.IGNORECASE)

SAY = Act("supply/say")
FIT = Act("supply/fit")


def note(tx: Transaction, *, said: Mapping[str, Mapping[str, Any]]) -> None:
    """Make the words of needs and offers, by id, what their properties say, and note anew what fits them."""
    records = [
        {"id": record_id, "words": _rows(properties.get("name"), properties.get("description"))}
        for record_id, properties in sorted(said.items())
    ]
    SAY.run(tx, records=records)
    FIT.run(tx, ids=[each["id"] for each in records], common=COMMON)


def touches(kind: Kind, changed: Iterable[str]) -> bool:
    """Whether a change of these properties changes what fits."""
    return kind in KINDS and not {*SAID, "supply_kind"}.isdisjoint(changed)


def _rows(name: str | None, description: str | None) -> list[dict[str, Any]]:
    named = words.stems(name)
    said = words.stems(name, description)
    for stems, text in ((named, name or ""), (said, f"{name or ''} {description or ''}")):
        if _VOLUNTEERS.search(text):
            stems["vrijwilliger"] = "vrijwilligers"
    return [
        {"stem": stem, "text": text, "named": stem in named}
        for stem, text in sorted(said.items())
        if stem not in _NOTHING
    ]
