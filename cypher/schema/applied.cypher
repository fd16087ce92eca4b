// The migrations that were applied, in order.
MATCH (migration:SchemaVersion)
RETURN migration.version AS version, migration.name AS name, migration.checksum AS checksum
ORDER BY version
