// Remember that a migration was applied.
// $version: integer — the number in its name
// $name: string — the name of its file
// $checksum: string — SHA-256 of its text, hexadecimal
// $at: datetime — when it was applied
MERGE (migration:SchemaVersion {version: $version})
SET migration.name = $name, migration.checksum = $checksum, migration.applied_at = $at
