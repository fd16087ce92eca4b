"""Settings that cannot be used are said by name, with the cure and without what they hold."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from app.cli import main
from app.commands import demonstration
from app.config import Settings
from graph import clock, demo
from graph.errors import WrongSettings
from graph.server import DatabaseSettings

if TYPE_CHECKING:
    from pathlib import Path

SECRET = "korte-sleutel"
WRONG = {
    "BRUGGENBOUWER_PORT": ("abc", "BRUGGENBOUWER_PORT must be a whole number, or be left out."),
    "BRUGGENBOUWER_WORKERS": ("65", "BRUGGENBOUWER_WORKERS must be 64 or less, or be left out."),
    "BRUGGENBOUWER_QUERY_SECONDS": ("0", "BRUGGENBOUWER_QUERY_SECONDS must be more than 0.0, or be left out."),
    "BRUGGENBOUWER_DEMO": ("misschien", "BRUGGENBOUWER_DEMO must be true or false, or be left out."),
    "BRUGGENBOUWER_PUBLIC_URL": (
        "http://bruggen.example.org",
        "BRUGGENBOUWER_PUBLIC_URL must begin with https, unless it is on this machine itself.",
    ),
    "BRUGGENBOUWER_SECRET_KEY": (
        SECRET,
        "BRUGGENBOUWER_SECRET_KEY must be at least 32 characters that nobody can guess.",
    ),
    "BRUGGENBOUWER_TODAY": ("morgen", "BRUGGENBOUWER_TODAY must be a day such as 2026-11-23, or be left out."),
    "BRUGGENBOUWER_TIME_ZONE": (
        "Europe/Duinvliet",
        "BRUGGENBOUWER_TIME_ZONE must be a time zone such as Europe/Amsterdam, or be left out.",
    ),
    "BRUGGENBOUWER_BOLT_PORT": ("-1", "BRUGGENBOUWER_BOLT_PORT must be 0 or more, or be left out."),
    "BRUGGENBOUWER_TEST_SERVER": ("docker", "BRUGGENBOUWER_TEST_SERVER must be '' or 'container', or be left out."),
    "NEO4J_URI": (
        "http://127.0.0.1:7474",
        "NEO4J_URI must begin with bolt://, bolt+s://, bolt+ssc://, neo4j://, neo4j+s:// or neo4j+ssc:// and name",
    ),
    "BRUGGENBOUWER_MAIL_SERVER": (
        "mail.duinvliet.example:smtp",
        "BRUGGENBOUWER_MAIL_SERVER must be a host and a port such as mail.example.org:587.",
    ),
    "BRUGGENBOUWER_DATA": ("~nobody-here/x", "BRUGGENBOUWER_DATA must not begin with the ~ of somebody without"),
}


def run(monkeypatch: pytest.MonkeyPatch, *words: str) -> int:
    """The exit status of the command, as a shell sees it; a traceback would be raised here."""
    monkeypatch.setattr(sys, "argv", ["bruggenbouwer", *words])
    with pytest.raises(SystemExit) as ended:
        main()
    return int(ended.value.code or 0)


@pytest.mark.parametrize("command", ["serve", "doctor"])
@pytest.mark.parametrize("name", sorted(WRONG))
def test_a_wrong_setting_is_said_with_the_cure_and_without_its_value(
    name: str, command: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    value, sentence = WRONG[name]
    monkeypatch.setenv(name, value)
    assert run(monkeypatch, command) == 1
    out, err = capsys.readouterr()
    if command == "doctor":
        assert out.startswith(f"FAIL  settings: {sentence}")
        assert err == ""
    else:
        assert err.startswith(sentence)
        assert out == ""
    assert SECRET not in out + err


def test_every_wrong_setting_is_said_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("BRUGGENBOUWER_PORT", "BRUGGENBOUWER_TODAY", "BRUGGENBOUWER_SECRET_KEY"):
        monkeypatch.setenv(name, WRONG[name][0])
    with pytest.raises(WrongSettings) as refusal:
        Settings()
    assert [sentence.split()[0] for sentence in refusal.value.sentences] == [
        "BRUGGENBOUWER_PORT",
        "BRUGGENBOUWER_SECRET_KEY",
        "BRUGGENBOUWER_TODAY",
    ]


def test_check_53_nothing_that_is_raised_holds_the_secret() -> None:
    with pytest.raises(WrongSettings) as refusal:
        Settings(secret_key=SECRET)
    cause: BaseException | None = refusal.value
    while cause is not None:
        assert SECRET not in f"{cause!r} {cause}"
        cause = cause.__cause__ or cause.__context__


def test_a_command_that_reads_the_clock_alone_says_it_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRUGGENBOUWER_TODAY", "23-11-2026")
    with pytest.raises(WrongSettings, match="BRUGGENBOUWER_TODAY"):
        clock.today()
    monkeypatch.setenv("BRUGGENBOUWER_TIME_ZONE", "Duinvliet")
    with pytest.raises(WrongSettings, match="BRUGGENBOUWER_TIME_ZONE"):
        clock.zone()


def test_the_demo_fills_in_what_is_empty_and_keeps_what_was_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRUGGENBOUWER_TODAY", "")
    monkeypatch.setenv("BRUGGENBOUWER_MUNICIPALITY", "")
    monkeypatch.setenv("BRUGGENBOUWER_MUNICIPALITY_NAME", "Zeestad")
    monkeypatch.setenv("BRUGGENBOUWER_DEMO", "false")
    demonstration.settle_environment()
    found = Settings()
    assert (found.today, found.municipality, found.municipality_name, found.demo) == (
        demonstration.MONDAY,
        demo.MUNICIPALITY,
        "Zeestad",
        False,
    )


def test_a_home_folder_is_filled_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("BRUGGENBOUWER_DATA", "~/gegevens")
    assert DatabaseSettings().data == tmp_path / "gegevens"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("mail.duinvliet.example", ("mail.duinvliet.example", 587)),
        ("mail.duinvliet.example:25", ("mail.duinvliet.example", 25)),
        ("[::1]:2525", ("::1", 2525)),
    ],
)
def test_the_mail_server_is_a_host_with_or_without_a_port(written: str, read: tuple[str, int]) -> None:
    assert Settings(mail_server=written).mail_host == read


@pytest.mark.parametrize(
    "written", [":25", "mail.duinvliet.example:0", "mail:99999", "smtp://mail", "jan@mail:25", "a:b:c"]
)
def test_what_is_no_mail_server_is_refused_before_anything_starts(written: str) -> None:
    with pytest.raises(WrongSettings, match=r"mail.example.org:587"):
        Settings(mail_server=written)
