// Make the words that are new, and give the places of all in the order asked.
// $batch: string — the import
// $words: list of map — stem and text, in order of stem so that locks are taken alike
UNWIND $words AS each
OPTIONAL MATCH (there:Word {stem: each.stem})
WITH each, there IS NULL AS new
MERGE (word:Word {stem: each.stem})
  ON CREATE SET word.text = each.text, word.batch = $batch
RETURN collect(elementId(word)) AS places, sum(CASE WHEN new THEN 1 ELSE 0 END) AS made
