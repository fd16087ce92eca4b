// Which of these words are there already.
// $stems: list of string — their stems
UNWIND $stems AS stem
MATCH (word:Word {stem: stem})
RETURN word.stem AS stem
ORDER BY stem
