"""What the code itself must be, whatever runs: no query is built, no origin is named, nothing is guessable."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from app.config import Settings
from graph import ids, sessions
from graph.errors import WrongSettings

ROOT = Path(__file__).parents[2]
CODE = sorted(path for folder in ("app", "graph") for path in (ROOT / folder).rglob("*.py"))
# The one place where a statement reaches the driver, and the text it gives comes from a file of the project.
RUNS_FILES = ROOT / "graph" / "query.py"
REACHES_THE_DRIVER = frozenset({"tx", "transaction", "session", "driver", "_driver", "database"})
CYPHER = re.compile(r"\b(?:MATCH|MERGE|OPTIONAL MATCH|UNWIND|DETACH DELETE|CALL)\s*[({]|\bLOAD CSV\b|\bCALL\s+\w+\.\w+")
BINDERS = frozenset({"Read", "Write", "Act"})


def calls(tree: ast.AST) -> list[ast.Call]:
    return [node for node in ast.walk(tree) if isinstance(node, ast.Call)]


def called(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def constants(tree: ast.Module) -> set[str]:
    """Names bound once, at the top of the module, to a literal string."""
    found = set()
    for node in tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            found |= {target.id for target in node.targets if isinstance(target, ast.Name)}
    return found


def is_literal(node: ast.expr, known: set[str]) -> bool:
    return (isinstance(node, ast.Constant) and isinstance(node.value, str)) or (
        isinstance(node, ast.Name) and node.id in known
    )


@pytest.mark.parametrize("path", CODE, ids=lambda path: str(path.relative_to(ROOT)))
def test_check_3_no_query_text_is_built(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    known = constants(tree)
    for call in calls(tree):
        if called(call) in BINDERS:
            assert is_literal(call.args[0], known), f"line {call.lineno}: name the file literally"
        on = ast.unparse(call.func.value).rpartition(".")[2] if isinstance(call.func, ast.Attribute) else ""
        reaches = called(call) == "execute_query" or (called(call) == "run" and on in REACHES_THE_DRIVER)
        if reaches and path != RUNS_FILES:
            assert is_literal(call.args[0], known), f"line {call.lineno}: {ast.unparse(call)}"
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr | ast.BinOp):
            texts = [each.value for each in ast.walk(node) if isinstance(each, ast.Constant)]
            joined = "".join(text for text in texts if isinstance(text, str))
            assert not CYPHER.search(joined), f"line {node.lineno}: a query is put together"


def test_check_3_the_statements_hold_no_place_for_text_to_be_put_in() -> None:
    for path in (ROOT / "cypher").rglob("*.cypher"):
        text = path.read_text(encoding="utf-8")
        assert "{}" not in text.replace("= {}", ""), path
        assert "%s" not in text, path
        assert "apoc.cypher" not in text, path


def test_check_40_the_query_of_a_request_never_becomes_arguments_of_url_for() -> None:
    texts = [*CODE, *(ROOT / "templates").rglob("*.html")]
    steers = re.compile(r"url_for\([^)]*\*\*(?:request|given|query|args|kept)")
    assert [str(path) for path in texts if steers.search(path.read_text(encoding="utf-8"))] == []


def test_check_21_ids_and_tokens_cannot_be_guessed() -> None:
    some = [ids.new_id() for _ in range(1_000)]
    assert len(set(some)) == 1_000
    # Without version and variant 74 bits are random: no two ids share their last 12 digits.
    assert len({each[-12:] for each in some}) == 1_000
    assert len({sessions.new_token() for _ in range(1_000)}) == 1_000
    assert min(len(sessions.new_token()) for _ in range(100)) >= 43


@pytest.mark.parametrize("secret", ["secret", "change-me", "dev", "kort", "BruggenBouwer", "x" * 31])
def test_check_53_a_secret_that_can_be_guessed_does_not_start(secret: str) -> None:
    with pytest.raises(WrongSettings, match="SECRET_KEY"):
        Settings(secret_key=secret)


@pytest.mark.parametrize(
    "url", ["http://bruggen.example.org", "http://10.0.0.1:8000", "ftp://localhost", "bruggen.example.org", "http://"]
)
def test_check_32_an_address_over_http_that_is_not_this_machine_does_not_start(url: str) -> None:
    with pytest.raises(WrongSettings, match="PUBLIC_URL"):
        Settings(public_url=url)


def test_check_53_the_made_secret_is_long_and_only_ours_to_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BRUGGENBOUWER_DATA", str(tmp_path / "data"))
    secret = Settings().signing_key()
    assert len(secret) >= 43
    assert Settings().signing_key() == secret
    assert (tmp_path / "data" / "secret_key").stat().st_mode & 0o077 == 0
