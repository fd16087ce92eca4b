"""What shapes are made of: a property, the shape of a kind, the shape of a link."""

from __future__ import annotations

from dataclasses import dataclass

from graph.model.sets import Kind, Link


@dataclass(frozen=True, slots=True)
class Property:
    """One property of a record: its Python type, whether the public may see it, and a sentence."""

    name: str
    type: type
    sentence: str
    public: bool = True
    required: bool = False


@dataclass(frozen=True, slots=True)
class Shape:
    """What a kind of record holds. `parent` is the link that makes the kind a tree."""

    kind: Kind
    sentence: str
    properties: tuple[Property, ...]
    parent: Link | None = None

    def property(self, name: str) -> Property:
        """The property called `name`; raises KeyError when the kind has none."""
        for candidate in self.properties:
            if candidate.name == name:
                return candidate
        raise KeyError(name)


@dataclass(frozen=True, slots=True)
class LinkShape:
    """Which kinds a link runs between, its own properties besides `since`, `until` and `batch`, and a sentence."""

    link: Link
    starts: tuple[Kind, ...]
    ends: tuple[Kind, ...]
    sentence: str
    properties: tuple[Property, ...] = ()
