"""Duinvliet as people meet it: the served site on a database of its own, and who can log in."""

from __future__ import annotations

import contextlib
import email
import email.policy
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from app.commands import demo_story
from app.commands.demonstration import MONDAY
from graph import accounts, demo, schema
from graph.rights import Role
from graph.server import Address, DatabaseSettings, open_database
from graph.store import Graph

if TYPE_CHECKING:
    from collections.abc import Iterator

PASSWORD = "negen groene fietsen"
SECONDS_TO_START = 60


@dataclass(frozen=True, slots=True)
class Site:
    """A site that runs: its address, its data folder, its database, and the mail address of one person per role."""

    url: str
    folder: Path
    address: Address
    logins: dict[Role, str]

    def mail_to(self, receiver: str) -> str:
        """The text of the newest mail to `receiver`; waits for it, because mail goes after the answer."""
        until = time.monotonic() + 10
        while time.monotonic() < until:
            for path in sorted((self.folder / "mail").glob("*.eml"), reverse=True):
                message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
                if receiver in str(message["To"]):
                    return str(message.get_content())
            time.sleep(0.05)
        raise AssertionError(f"no mail to {receiver}")

    def link_in_mail_to(self, receiver: str) -> str:
        """The address in the newest mail to `receiver` that leads to this site."""
        found = re.search(rf"{re.escape(self.url)}\S+", self.mail_to(receiver))
        assert found, f"no link in the mail to {receiver}"
        return found[0].rstrip(".,)>")

    @contextlib.contextmanager
    def graph(self) -> Iterator[Graph]:
        """The graph behind the site, for ids that people find by clicking."""
        with self.address.driver() as driver:
            yield Graph(driver, database=self.address.database)


@contextlib.contextmanager
def running(folder: Path) -> Iterator[Site]:
    """Duinvliet on a free port of this machine, served by a process of its own with the day of the demonstration.

    It has its own database, whatever the environment names, so that what people do here is in nobody's way.
    """
    settings = DatabaseSettings(data=folder, uri="", test_server="", bolt_port=0)
    with open_database(settings, quick=True) as address:
        logins = _fill(address)
        with _served(folder) as url:
            yield Site(url, folder, address, logins)


def _fill(address: Address) -> dict[Role, str]:
    logins = {}
    with address.driver() as driver:
        graph = Graph(driver, database=address.database)
        schema.migrate(graph)
        demo.load(graph)
        for each in demo.accounts():
            account_id = graph.write(
                accounts.ensure, email=each.email, password=PASSWORD, person_id=each.person_id, roles=each.roles
            )
            if Role.BRIDGE_BUILDER in each.roles:
                demo_story.tell(graph, each, account_id)
            if Role.ADMINISTRATOR in each.roles:
                demo_story.publish(graph, each, account_id)
            logins |= dict.fromkeys(each.roles, each.email)
    return logins


@contextlib.contextmanager
def _served(folder: Path) -> Iterator[str]:
    port = _free_port()
    url = f"http://127.0.0.1:{port}"
    program = shutil.which("bruggenbouwer", path=str(Path(sys.executable).parent))
    assert program, "the command bruggenbouwer is not installed beside this Python"
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("BRUGGENBOUWER_", "NEO4J_"))
    }
    environment |= {
        name: os.environ[name] for name in ("BRUGGENBOUWER_CACHE", "BRUGGENBOUWER_MEMORY") if name in os.environ
    }
    environment |= {
        "BRUGGENBOUWER_DATA": str(folder),
        "BRUGGENBOUWER_PORT": str(port),
        "BRUGGENBOUWER_TODAY": MONDAY,
        "BRUGGENBOUWER_DEMO": "true",
        "BRUGGENBOUWER_MUNICIPALITY": demo.MUNICIPALITY,
        "BRUGGENBOUWER_MUNICIPALITY_NAME": "Duinvliet",
        # Every page is opened here for the first time, and this machine does more than a site's own.
        "BRUGGENBOUWER_QUERY_SECONDS": "50",
    }
    log = folder / "site.log"
    with log.open("wb") as output:
        served = subprocess.Popen([program, "serve"], env=environment, stdout=output, stderr=output)
    try:
        _wait_for(url, served, log)
        yield url
    finally:
        served.terminate()
        try:
            served.wait(30)
        except subprocess.TimeoutExpired:
            served.kill()
            served.wait()


def _wait_for(url: str, served: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < until and served.poll() is None:
        with contextlib.suppress(urllib.error.URLError, ConnectionError), urllib.request.urlopen(f"{url}/inloggen"):
            return
        time.sleep(0.1)
    raise AssertionError(f"the site did not start:\n{log.read_text(errors='replace')[-4000:]}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
