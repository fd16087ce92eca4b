"""The configuration of the embedded database."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.server.java import Memory

_ALWAYS = """\
# Written by Bruggenbouwer at each start; changes made here are lost.

# Bolt on the loopback address is the only way in, with a password.
server.default_listen_address=127.0.0.1
server.bolt.enabled=true
dbms.security.auth_enabled=true

# LOAD CSV reads files and fetches addresses inside a read transaction: all three are needed to refuse it.
dbms.security.allow_csv_import_from_file_urls=false
internal.dbms.cypher_ip_blocklist=0.0.0.0/0,::/0
server.directories.import=import

# Limits; none of them has a default.
db.memory.transaction.max=256m
db.transaction.timeout=10s
db.lock.acquisition.timeout=5s

# A small transaction log: 500 MB of empty space otherwise.
db.tx_log.preallocate=false
db.tx_log.rotation.size=32m
db.tx_log.rotation.retention_policy=1 files

# Queries carry personal data in their parameters, and nothing leaves this machine.
db.logs.query.enabled=OFF
dbms.usage_report.enabled=false
client.allow_telemetry=false

# Stop at once instead of after ten seconds of silence on Bolt.
internal.dbms.bolt.netty_server_shutdown_quiet_period_duration=0s
"""


def configuration(*, port: int, memory: Memory) -> str:
    """The text of neo4j.conf; `port` 0 lets the system choose a free one."""
    return (
        f"{_ALWAYS}\n"
        f"server.bolt.listen_address=127.0.0.1:{port}\n"
        f"server.bolt.advertised_address=127.0.0.1:{port}\n"
        f"server.memory.pagecache.size={memory.page_cache}m\n"
    )
