"""The sheet to fill in shows a row that can be brought in as it is."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

import pytest

from graph.imports import profile, template
from graph.imports.columns import Reader
from graph.imports.drafts import Drafter
from graph.model import Kind

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.imports.drafts import Draft
    from graph.imports.profile import Profile
    from tests.given import Given


def example(loaded: Profile) -> Draft:
    """What the row of the sheet asks for."""
    head, row = csv.reader(io.StringIO(template.template_file(loaded).decode("utf-8-sig")), delimiter=";")
    drafted = Drafter(loaded).draft(0, 2, tuple(row), Reader(loaded, tuple(head)).read(tuple(row)), "")
    assert drafted is not None
    return drafted


@pytest.mark.parametrize("name", profile.names())
def test_the_row_of_every_sheet_comes_in_once_what_it_only_names_is_there(
    bring: Callable[..., Any], given: Given, name: str
) -> None:
    loaded = profile.load(name)
    drafted = example(loaded)
    must_be_there = {(each.kind, each.key): each for each in drafted.named if each.missing == "reject"}
    for each in must_be_there.values():
        given.record(Kind(each.kind), name=each.properties["name"])
    report = bring(name, template.template_file(loaded))
    assert report.first_rejected == []
    assert (report.rows, report.created + report.updated) == (1, 1)
