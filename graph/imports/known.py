"""The records that are there already and that a file may name: by external id first, then by exact normalised name."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.imports.reading import normalised
from graph.imports.remembered import Remembered
from graph.query import Read

if TYPE_CHECKING:
    from graph.imports.drafts import Named
    from graph.imports.profile import Profile
    from graph.store import Transaction


@dataclass(frozen=True, slots=True)
class NameNow:
    """One record by what people call it."""

    kind: str
    id: str
    name: str
    external_id: str | None
    part_of: str | None


NAMES = Read("imports/names", NameNow)


class Known:
    """The records of the kinds that a profile looks for, read once at the beginning of an import.

    What the profile itself made is found by its source key, chunk by chunk, so memory does not grow with the file.
    """

    def __init__(self, names: list[NameNow]) -> None:
        """Remember `names` by external id and by name."""
        self.keys = Remembered()
        self._by_id: dict[tuple[str, str], list[str]] = defaultdict(list)
        self._by_name: dict[tuple[str, str], list[str]] = defaultdict(list)
        self._nameless: dict[tuple[str, str], list[str]] = defaultdict(list)
        self._part_of = {each.id: each.part_of for each in names if each.part_of}
        for each in names:
            name = (each.kind, normalised(each.name))
            self._by_name[name].append(each.id)
            if each.external_id:
                self._by_id[each.kind, normalised(each.external_id)].append(each.id)
            else:
                self._nameless[name].append(each.id)

    def candidates(self, named: Named) -> list[str]:
        """The ids of the records that `named` may be."""
        if not named.among:
            return self._called(named)
        around = {each for other in named.among for each in self._called(other)}
        return [each for each in self._called(named) if self._part_of.get(each) in around]

    def _called(self, named: Named) -> list[str]:
        if named.look_for is None or not self._by_name:
            return []
        kinds = (named.kind, *named.also)
        found = [each for kind in kinds for each in self._by_id.get((kind, named.look_for), ())]
        if found:
            return found
        # A record with another id of its own is another record, also when it has the same name.
        names = self._nameless if named.by_id else self._by_name
        name = normalised(named.properties["name"])
        return [each for kind in kinds for each in names.get((kind, name), ())]


def load(tx: Transaction, *, profile: Profile, all_of_them: bool = False) -> Known:
    """What `profile` may find; with `all_of_them` also what it made itself (for links between rows of one file)."""
    parts = [part for part in profile.records.values() if part.find]
    kinds = sorted({kind.value for part in parts for kind in (part.kind, *part.find_also)})
    return Known(NAMES.all(tx, kinds=kinds, **{"except": "" if all_of_them else f"{profile.namespace}:"}))
