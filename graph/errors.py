"""What can go wrong in the graph, in words that the web and the commands can act upon."""

from __future__ import annotations

from typing import Any


class GraphError(Exception):
    """Whatever the graph refuses or cannot do."""


class NotFound(GraphError):
    """There is no such record, or none that this person may see."""


class NotAllowed(GraphError):
    """The person has no right to this; nothing was read or changed."""


class AlreadyExists(GraphError):
    """Something unique is taken already; `field` names the property."""

    def __init__(self, field: str) -> None:
        super().__init__(f"{field} is taken")
        self.field = field


class Invalid(GraphError):
    """A value does not fit the model; `field` names the property and `reason` says why, in plain words."""

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(f"{field}: {reason}")
        self.field = field
        self.reason = reason


class Conflict(GraphError):
    """Somebody changed the record in between; `current` holds its properties as they are now."""

    def __init__(self, current: dict[str, Any]) -> None:
        super().__init__("the record changed in between")
        self.current = current


class Unavailable(GraphError):
    """The database cannot be used now; `cure` says what to do."""

    def __init__(self, sentence: str, cure: str = "") -> None:
        super().__init__(sentence)
        self.cure = cure


class WrongSettings(GraphError, ValueError):
    """The environment holds settings that cannot be used; each sentence names one of them and the cure."""

    def __init__(self, *sentences: str) -> None:
        super().__init__("\n".join(sentences))
        self.sentences = sentences
