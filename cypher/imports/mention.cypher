// Make the words that are new and give the place of all.
// $batch: string — the import
// $words: list of map — stem and text, in order of stem so that locks are taken alike
UNWIND $words AS each
OPTIONAL MATCH (there:Word {stem: each.stem})
WITH each, there IS NULL AS new
MERGE (word:Word {stem: each.stem})
  ON CREATE SET word.text = each.text, word.batch = $batch
RETURN each.stem AS stem, elementId(word) AS place, new AS new
