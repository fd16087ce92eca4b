"""Where Neo4j comes from: `open_database(settings)` gives an address, in this order.

1. `NEO4J_URI`: that server, cluster or Aura.
2. In tests, with `BRUGGENBOUWER_TEST_SERVER=container`: a container.
3. The embedded database: Neo4j as a child process on a loopback port, its files in the data folder.

How the embedded server lives and ends. Three files in the data folder carry an `flock`, which the system lets go of
when a holder dies, however it dies:

- `owner.lock`: held alone by the server, so a folder has one server; a `server.json` without it is stale.
- `users.lock`: held together by every command that uses the server. The server looks five times a second whether it can
  have this lock alone. If it can, nobody uses it: still holding the lock it writes "stopping" and ends. Who takes the
  lock after that sees "stopping", waits for the owner to go and starts a new server; so nobody is handed a dying one.
- `start.lock`: held alone while a server is started or stopped, so that two commands at once start one server.

So a server started by a command outlives that command exactly as long as others use it, and a SIGKILL of the last user
ends it like any other goodbye. `PR_SET_PDEATHSIG` was not used: it is tied to the thread that started the process, and
it would end a server that others still use. A file `keep` (made by `db start`, removed by `db stop`) lets the server
live without users. A server whose folder is removed ends too. Should a clean end take more than a minute, the server
kills itself; Neo4j brings committed data back at the next start.

The locks are those of Linux and macOS; on Windows set `NEO4J_URI`.
"""

from graph.server.address import Address, driver
from graph.server.environment import Environment, variable
from graph.server.opening import open_database
from graph.server.settings import DatabaseSettings

__all__ = ["Address", "DatabaseSettings", "Environment", "driver", "open_database", "variable"]
