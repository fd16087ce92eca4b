"""The address of every kind of page, in one table."""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import quote, urlencode

from flask import request, url_for

from graph import clock
from graph.model import Kind

FOLDER: dict[Kind, str] = {
    Kind.INITIATIVE: "initiatieven",
    Kind.PERSON: "personen",
    Kind.ORGANISATION: "organisaties",
    Kind.DEPARTMENT: "afdelingen",
    Kind.BODY: "organen",
    Kind.GOAL: "doelen",
    Kind.POLICY_NOTE: "beleidsnotas",
    Kind.THEME: "themas",
    Kind.AREA: "gebieden",
    Kind.SUBSIDY_SCHEME: "regelingen",
    Kind.ASSESSMENT_FRAMEWORK: "afwegingskader",
    Kind.ASSESSMENT: "afwegingen",
    Kind.DECISION: "besluiten",
    Kind.CONTRIBUTION: "bijdragen",
    Kind.REQUIREMENT: "eisen",
    Kind.INTERACTION: "contactmomenten",
    Kind.COMMITMENT: "afspraken",
    Kind.NEED: "behoeften",
    Kind.OFFER: "aanbod",
    Kind.RESULT: "resultaten",
    Kind.LESSON: "lessen",
}

LISTED = frozenset(
    {Kind.ASSESSMENT, Kind.ASSESSMENT_FRAMEWORK, Kind.INITIATIVE, Kind.ORGANISATION, Kind.GOAL, Kind.SUBSIDY_SCHEME}
    | {Kind.CONTRIBUTION, Kind.COMMITMENT, Kind.REQUIREMENT, Kind.INTERACTION, Kind.RESULT, Kind.LESSON}
)

DAY = "op"
"""The name under which an address holds the day that is shown; without it that is today."""


def static_file(name: str) -> str:
    """The path of a file in the static folder; a long list asks for the same few pictures hundreds of times."""
    return _static_file(request.script_root, name)


@lru_cache(256)
def _static_file(_root: str, name: str) -> str:
    return url_for("static", filename=name)


def address(kind: Kind | str, record_id: str) -> str:
    """The path of a record's page, of the day that is shown; raises KeyError for kinds without a page of their own."""
    return at_day(f"/{FOLDER[Kind(kind)]}/{record_id}")


def at_day(path: str) -> str:
    """`path` with the earlier day that is shown; `path` itself when that is today."""
    if not clock.is_past():
        return path
    before, mark, part = path.partition("#")
    return f"{before}{'&' if '?' in before else '?'}{DAY}={clock.today().isoformat()}{mark}{part}"


def listing(kind: Kind | str) -> str | None:
    """The path of the list of all records of this kind, of the day that is shown; None for kinds without one."""
    return at_day(f"/{FOLDER[Kind(kind)]}") if Kind(kind) in LISTED else None


def has_page(kind: Kind | str) -> bool:
    """Whether records of this kind have a page of their own."""
    return Kind(kind) in FOLDER


def own_path(target: str | None) -> str | None:
    """`target` when it is a path on this site in every reading of it, else None.

    Browsers read a backslash as a slash and skip control characters, so such paths, and those with two slashes, lead
    away.
    """
    if not target or not target.startswith("/") or target.startswith("//"):
        return None
    if "\\" in target or any(ord(each) < 0x21 for each in target):  # noqa: PLR2004
        return None
    return target


def same_page(**changed: str | int | None) -> str:
    """The address asked for, with its query as it was but for `changed`; None leaves a name out."""
    return same_query(quote(request.path), **changed)


def same_query(path: str, /, **changed: str | int | None) -> str:
    """`path` with the query that was asked for, but for `changed`; None leaves a name out.

    Put together by hand: `url_for` would read names like `_scheme` and `_external` in the query as its own.
    """
    query = request.args.to_dict(flat=False)
    for name, value in changed.items():
        query.pop(name, None)
        if value is not None:
            query[name] = [str(value)]
    return f"{path}?{urlencode(query, doseq=True)}" if query else path
