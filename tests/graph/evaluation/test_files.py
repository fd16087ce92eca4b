"""Plain files are read as they come, and what they hide is nowhere else in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from app.commands.evaluate import evaluate
from graph.evaluation import files
from graph.evaluation.splitting import Hide, Question

if TYPE_CHECKING:
    from pathlib import Path

LINKS = "initiative,kind,target\n" + "".join(
    f"groep {number},partner,partner {number % 3} {each}\ngroep {number},gebied,wijk {number % 3}\n"
    for number in range(30)
    for each in range(3)
    if (number, each) not in {(0, 0), (1, 1)}
)
HIDDEN = "initiative,target\ngroep 0,partner 0 0\ngroep 1,partner 1 1\n"
PAIRS = "initiative_a,initiative_b\ngroep 0,groep 3\n"
SHEET = "naam;thema's;partners;omschrijving\ngroep 0;Groen|Sport;partner 0 0;Tuinieren met partner\ngroep 1;;;\n"


@pytest.fixture
def train(tmp_path: Path) -> Path:
    path = tmp_path / "links.csv"
    path.write_text(LINKS, encoding="utf-8")
    return path


@pytest.fixture
def hidden(tmp_path: Path) -> Path:
    path = tmp_path / "hidden.csv"
    path.write_text(HIDDEN, encoding="utf-8")
    return path


def test_the_kind_that_is_hidden_follows_from_the_links_that_are_left(train: Path, hidden: Path) -> None:
    split = files.split(train, hidden)
    assert split.hide is Hide.PARTNERS
    assert split.questions == (Question("groep 0", "partner:partner 0 0"), Question("groep 1", "partner:partner 1 1"))


def test_what_is_hidden_is_also_taken_out_of_the_sheet(train: Path, hidden: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "initiatives.csv"
    sheet.write_text(SHEET, encoding="utf-8")
    split = files.split(train, hidden, initiatives=sheet)
    assert "partner:partner 0 0" not in split.train.hubs_of["groep 0"]
    assert {"theme:Groen", "theme:Sport"} <= split.train.hubs_of["groep 0"]
    assert "partner" not in split.train.hubs_of["groep 0"]
    assert split.train.hub["partner:partner 0 0"].size == 9


def test_pairs_of_initiatives_are_bridges(train: Path, tmp_path: Path) -> None:
    pairs = tmp_path / "pairs.csv"
    pairs.write_text(PAIRS, encoding="utf-8")
    split = files.split(train, pairs)
    assert split.hide is Hide.BRIDGES
    assert split.questions == (Question("groep 0", "groep 3"), Question("groep 3", "groep 0"))
    assert "groep 3" not in split.train.in_contact.get("groep 0", ())


@pytest.mark.parametrize(
    ("text", "hide", "cure"),
    [
        (HIDDEN, "bridges", "give the columns initiative_a,initiative_b, or another --hide"),
        (PAIRS, "partners", "give the columns initiative,target, or say --hide bridges"),
    ],
    ids=["bridges", "partners"],
)
def test_a_file_of_another_kind_than_what_is_hidden_is_refused_with_the_cure(
    train: Path, tmp_path: Path, text: str, hide: str, cure: str
) -> None:
    path = tmp_path / "other.csv"
    path.write_text(text, encoding="utf-8")
    outcome = CliRunner().invoke(evaluate, ["--train", str(train), "--hidden", str(path), "--hide", hide])
    assert outcome.exit_code == 1
    assert outcome.output.startswith("Error: other.csv: ")
    assert outcome.output.rstrip().endswith(cure)


def test_pairs_of_initiatives_may_be_called_bridges(train: Path, tmp_path: Path) -> None:
    path = tmp_path / "pairs.csv"
    path.write_text(PAIRS, encoding="utf-8")
    assert files.split(train, path, hide=Hide.BRIDGES) == files.split(train, path)


def test_the_command_prints_every_method(train: Path, hidden: Path) -> None:
    outcome = CliRunner().invoke(evaluate, ["--train", str(train), "--hidden", str(hidden)])
    assert outcome.exit_code == 0, outcome.output
    for method in ("engine", "chance", "popularity", "jaccard", "adamic_adar", "resource_allocation_index"):
        assert method in outcome.output


def test_a_file_without_the_columns_is_refused_with_what_is_missing(hidden: Path) -> None:
    outcome = CliRunner().invoke(evaluate, ["--train", str(hidden), "--hidden", str(hidden)])
    assert outcome.exit_code == 1
    assert "initiative,kind,target" in outcome.output
