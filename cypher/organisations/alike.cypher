// Organisations that share most themes with one organisation, rare themes first.
// $id: string — the organisation
// $visible: list of string — visibilities the reader may see
// $on: date — today
// $limit: integer — how many
MATCH (organisation:Organisation {id: $id})-[mine:HAS_THEME]->(theme:Theme)<-[theirs:HAS_THEME]-(other:Organisation)
WHERE mine.until IS NULL AND theirs.until IS NULL AND theme.visibility IN $visible AND other <> organisation
  AND other.visibility IN $visible AND (other.until IS NULL OR other.until > $on)
WITH other, sum(1.0 / COUNT { (theme)<-[:HAS_THEME]-() }) AS weight, collect(DISTINCT theme.name) AS shared
RETURN 'Organisation' AS kind, other.id AS id, other.name AS name,
       reduce(words = head(shared), name IN tail(shared) | words + ', ' + name) AS detail
ORDER BY weight DESC, toLower(name), id
LIMIT $limit
