"""The one version of Neo4j that the embedded database, the container and the compose file run."""

NEO4J_VERSION = "2026.08.1"
