"""`python -m tests.bench`: every benchmark, one after the other; exit status 1 when an aim was missed."""

from __future__ import annotations

import sys

from tests.bench import bench_import, bridges, lists

if __name__ == "__main__":
    sys.exit(0 if all([bridges.run(), lists.run(), bench_import.run()]) else 1)
