// The records that an import made before or that it found by name, with what now stands in the place of merged ones.
// $keys: map — for each kind the source keys, a list of string
// $ids: list of string — ids
CALL () {
  UNWIND $keys.Initiative AS key MATCH (found:Initiative {source_key: key}) RETURN found, key AS asked UNION ALL
  UNWIND $keys.Person AS key MATCH (found:Person {source_key: key}) RETURN found, key AS asked UNION ALL
  UNWIND $keys.Organisation AS key MATCH (found:Organisation {source_key: key}) RETURN found, key AS asked UNION ALL
  UNWIND $keys.Department AS key MATCH (found:Department {source_key: key}) RETURN found, key AS asked UNION ALL
  UNWIND $keys.Body AS key MATCH (found:Body {source_key: key}) RETURN found, key AS asked UNION ALL
  UNWIND $keys.Goal AS key MATCH (found:Goal {source_key: key}) RETURN found, key AS asked UNION ALL
  UNWIND $keys.PolicyNote AS key MATCH (found:PolicyNote {source_key: key}) RETURN found, key AS asked UNION ALL
  UNWIND $keys.Theme AS key MATCH (found:Theme {source_key: key}) RETURN found, key AS asked UNION ALL
  UNWIND $keys.Area AS key MATCH (found:Area {source_key: key}) RETURN found, key AS asked UNION ALL
  UNWIND $keys.SubsidyScheme AS key MATCH (found:SubsidyScheme {source_key: key}) RETURN found, key AS asked UNION ALL
  UNWIND $keys.Contribution AS key MATCH (found:Contribution {source_key: key}) RETURN found, key AS asked UNION ALL
  UNWIND $keys.Commitment AS key MATCH (found:Commitment {source_key: key}) RETURN found, key AS asked UNION ALL
  UNWIND $keys.Decision AS key MATCH (found:Decision {source_key: key}) RETURN found, key AS asked UNION ALL
  UNWIND $keys.Need AS key MATCH (found:Need {source_key: key}) RETURN found, key AS asked UNION ALL
  UNWIND $keys.Offer AS key MATCH (found:Offer {source_key: key}) RETURN found, key AS asked UNION ALL
  UNWIND $keys.Requirement AS key MATCH (found:Requirement {source_key: key}) RETURN found, key AS asked UNION ALL
  UNWIND $keys.Interaction AS key MATCH (found:Interaction {source_key: key}) RETURN found, key AS asked UNION ALL
  UNWIND $keys.Result AS key MATCH (found:Result {source_key: key}) RETURN found, key AS asked UNION ALL
  UNWIND $keys.Lesson AS key MATCH (found:Lesson {source_key: key}) RETURN found, key AS asked UNION ALL
  UNWIND $keys.AssessmentFramework AS key MATCH (found:AssessmentFramework {source_key: key}) RETURN found, key AS asked UNION ALL
  UNWIND $keys.Criterion AS key MATCH (found:Criterion {source_key: key}) RETURN found, key AS asked UNION ALL
  UNWIND $keys.Assessment AS key MATCH (found:Assessment {source_key: key}) RETURN found, key AS asked UNION ALL
  UNWIND $ids AS id MATCH (found:Record {id: id}) RETURN found, id AS asked
}
OPTIONAL MATCH (survivor:Record {id: found.merged_into})
WITH asked, found, coalesce(survivor, found) AS record
WITH asked, found, record, [label IN labels(found) WHERE label <> 'Record'][0] AS kind
ORDER BY asked, kind
RETURN collect({
         asked: asked, kind: kind, id: record.id, place: elementId(record), merged: record <> found,
         removed: record.visibility = 'removed', batch: record.batch,
         properties: properties(record)
       }) AS records
