"""Why a database did not start, in one sentence with a cure, from what Java says about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.errors import Unavailable

if TYPE_CHECKING:
    from graph.server.folder import DataFolder

_SIGNS = (
    (
        ("Address already in use", "PortBindException", "BindException"),
        "port {port} on 127.0.0.1 is taken by another program",
        "Choose another BRUGGENBOUWER_BOLT_PORT, or leave it out: then a free port is taken.",
    ),
    (
        ("No space left on device",),
        "the disk is full",
        "Make room on the disk of {folder} and start again; what was committed is kept.",
    ),
    (
        ("FileLockException", "StoreLockException", "Lock file has been locked"),
        "another Neo4j uses {folder}",
        "Stop that Neo4j, or set BRUGGENBOUWER_DATA to another folder.",
    ),
    (
        ("UpgradeNotAllowed", "StoreVersion", "UnexpectedUpgrading", "Unknown store version", "unsupported format"),
        "{folder} was written by another version of Neo4j",
        "Use the version of Bruggenbouwer that wrote it, or set BRUGGENBOUWER_DATA to another folder.",
    ),
    (
        ("Permission denied", "AccessDeniedException", "PermissionError"),
        "{folder} has files that this user may not read or write",
        "Give the folder back to the user who runs Bruggenbouwer, or set BRUGGENBOUWER_DATA to another folder.",
    ),
    (
        ("OutOfMemoryError", "Could not reserve enough space", "insufficient memory"),
        "there is not enough memory for the database",
        "Free some memory, or set BRUGGENBOUWER_MEMORY to fewer megabytes (600 is the least).",
    ),
    (
        ("ClassNotFoundException", "NoClassDefFoundError", "is not found"),
        "Neo4j's jars are not complete",
        "Run `bruggenbouwer doctor`: it names the broken ones, and removing them fetches them again.",
    ),
)

_DEEPEST = 20


def explained(error: Exception, *, folder: DataFolder, port: int) -> tuple[str, str]:
    """A sentence and a cure for what stopped the database from starting."""
    if isinstance(error, Unavailable):
        return str(error), error.cure
    return explained_text(_whole_story(error), folder=folder, port=port)


def explained_text(text: str, *, folder: DataFolder, port: int) -> tuple[str, str]:
    """The same from the last lines of a log."""
    for signs, sentence, cure in _SIGNS:
        if any(sign in text for sign in signs):
            return sentence.format(folder=folder.root, port=port), cure.format(folder=folder.root, port=port)
    return "the embedded database did not start", f"Read {folder.log} and {folder.home / 'logs'}, or set NEO4J_URI."


def _whole_story(error: BaseException) -> str:
    """The texts of an error and all its causes; Java's errors have a `getCause`."""
    told: list[str] = []
    current: BaseException | None = error
    while current is not None and len(told) < _DEEPEST:
        told.append(f"{type(current).__name__}: {current}")
        java_cause = getattr(current, "getCause", None)
        current = java_cause() if java_cause else current.__cause__
    return "\n".join(told)
