// Which of these stems stand in published initiatives: such a word is public already.
// $stems: list of string — stems of a question
MATCH (word:Word)
WHERE word.stem IN $stems
  AND EXISTS { MATCH (word)<-[:MENTIONS]-(initiative:Initiative) WHERE initiative.visibility = 'published' }
RETURN word.stem AS stem
ORDER BY stem
