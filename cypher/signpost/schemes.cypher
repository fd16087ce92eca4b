// Schemes under which people can still apply, with the words they are known by.
// $visible: list of string — visibilities the reader may see
// $on: date — today
MATCH (scheme:SubsidyScheme)
WHERE scheme.visibility IN $visible AND (scheme.until IS NULL OR scheme.until > $on)
  AND (scheme.deadline IS NULL OR scheme.deadline >= $on)
RETURN {kind: 'SubsidyScheme', id: scheme.id, name: scheme.name} AS mention, scheme.deadline AS deadline,
       scheme.description AS description,
       [(scheme)-[aim:SERVES|HAS_THEME]->(what:Record)
        WHERE aim.until IS NULL AND what.visibility IN $visible | what.name] AS about
ORDER BY scheme.deadline, scheme.name, scheme.id
LIMIT 1000
