"""Write `jgo.lock.toml` anew, for another version of Neo4j: change `version.py`, then `python -m graph.server.relock`.

For who maintains Bruggenbouwer: jgo resolves the whole tree of dependencies in a Maven repository (a minute or two) and
the checksums of what it found become the ones that every other machine insists on.
"""

from __future__ import annotations

import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from jgo.env import LockFile
from jgo.maven import MavenContext

from graph.server.jars import LOCK_FILE
from graph.server.version import NEO4J_VERSION

_AT_ONCE = 8


def relock(repository: Path, target: Path = LOCK_FILE) -> int:
    """Resolve Neo4j into `repository` and write the lock to `target`; returns the number of jars."""
    context = MavenContext(repo_cache=repository, timeout=60)
    neo4j = context.create_dependency(f"org.neo4j:neo4j:{NEO4J_VERSION}")
    asked, brought = context.resolver.resolve([neo4j])
    needed = asked + [each for each in brought if each.scope in {"compile", "runtime"}]
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        list(pool.map(lambda each: each.artifact.resolve(), needed))
    LockFile.from_resolved_dependencies(needed, environment_name="neo4j").save(target)
    return len(needed)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        sys.stderr.write(f"{relock(Path(folder))} jars locked for Neo4j {NEO4J_VERSION}\n")
