"""Which changes a statement could notice, told from its text: what it does not name cannot change its answer.

A change of a record is noticed by who names its kind and the property; a change of a link by who names its type. Where
the text does not say it all, anything may be noticed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from graph import statements
from graph.model import LINK, Kind, Link

if TYPE_CHECKING:
    from collections.abc import Iterable

_ASIDE = re.compile(r"//[^\n]*|'[^']*'")
_LABEL = re.compile(r"[:|&!]\s*([A-Z]\w*[a-z]\w*)")
_TYPES = re.compile(r"\[\w*\s*:\s*([A-Z_|`!]+)")
# Any record, and such a one at the end of a link whose types are told.
_RECORD = re.compile(r":Record\b")
_LINKED_RECORD = re.compile(r"\]->?\(\w*:Record\b|\(\w*:Record\b[^()]*\)<?-\[\w*:")
_BETWEEN = re.compile(r"[|`!]+")
_WORD = re.compile(r"\b[a-z_]\w*\b")
# A link of any type, a type or label that is a parameter, every property at once, a property that is a parameter.
_OPEN = re.compile(r"-\[\w*[*\d.]*(\s*\{[^]]*)?\]-|\)\s*<?--|:\$|\.\*|\bproperties\(|\w\[\$")
_DYNAMIC = re.compile(r"\w\[[a-z]\w*\]")
# These have no audit lines of their own: theirs are those of the record they belong to.
_PARTS = frozenset({"Term", "Pause", "Stem"})
_TO_PARTS = frozenset({"DUE", "PAUSED", "FITS", "SAYS"})
# Every change of a record changes these as well.
_ALWAYS = frozenset({"version", "updated_at"})

# Lines that tell of looking, or of who can log in: no statement that names records only can notice them.
ASIDE = frozenset({"read", "account_add", "account_disable", "account_enable", "account_password"})
LINKING = frozenset({"link", "end_link", "change_link"})
# What changes one record in more than the property named, its terms and pauses among them.
OF_ONE_RECORD = frozenset(
    {"show", "end", "reopen", "remove", "tell", "untell", "add_term", "correct_term", "pause", "resume"}
    | {"reopen_decision"}
)


@dataclass(frozen=True, slots=True)
class Came:
    """An audit line that came: `kind` is that of its record, None when it is about something else or gone."""

    id: str
    action: str
    field: str | None
    brought: bool
    kind: Kind | None


@dataclass(frozen=True, slots=True)
class Reach:
    """The link types a statement names, the kinds it names and those at the ends of these links (None: every kind).

    `words` holds the properties, None where any counts.
    """

    everything: bool = False
    named: frozenset[str] | None = frozenset()
    kinds: frozenset[str] | None = frozenset()
    links: frozenset[str] = frozenset()
    words: frozenset[str] | None = frozenset()

    def notices(self, line: Came) -> bool:
        """Whether what this line tells could change the answer."""
        if line.action in ASIDE and not self.everything:
            return False
        if self.everything or line.kind is None or line.brought:
            return True
        return self._notices_record(line)

    def _notices_record(self, line: Came) -> bool:
        here = self.kinds is None or line.kind in self.kinds
        if line.action == "add":
            # What is new is found by its kind, or by a link, which has its own line.
            return self.named is None or line.kind in self.named
        if line.action in LINKING:
            return line.field in self.links or (here and self._names_any(_ALWAYS))
        if line.action == "change" and line.field is not None:
            return here and self._names_any(_ALWAYS | {line.field})
        return here or line.action not in OF_ONE_RECORD

    def _names_any(self, properties: Iterable[str]) -> bool:
        return self.words is None or not self.words.isdisjoint(properties)


EVERYTHING = Reach(everything=True)


@cache
def of_statement(name: str) -> Reach:
    """What the statement `name` can notice."""
    text = _ASIDE.sub("''", statements.load(name).text)
    labels, types = set(_LABEL.findall(text)), {each for some in _TYPES.findall(text) for each in _BETWEEN.split(some)}
    parts = labels & _PARTS | types & _TO_PARTS
    labels, types = labels - _PARTS, types - _TO_PARTS - {""}
    every_kind = len(_RECORD.findall(text)) > len(_LINKED_RECORD.findall(text))
    labels.discard("Record")
    if _OPEN.search(text) or labels - set(Kind) or types - set(Link):
        return EVERYTHING
    ends = {kind.value for each in types for kind in (*LINK[Link(each)].starts, *LINK[Link(each)].ends)}
    return Reach(
        named=None if every_kind else frozenset(labels),
        kinds=None if every_kind else frozenset(labels | ends),
        links=frozenset(types),
        words=None if parts or _DYNAMIC.search(text) else frozenset(_WORD.findall(text)),
    )
