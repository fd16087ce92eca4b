// The organisation that undertakes each initiative: the first by name of those the reader may see.
// $ids: list of string — the initiatives
// $visible: list of string — the visibilities the reader may see
UNWIND $ids AS id
MATCH (initiative:Initiative {id: id})
RETURN id AS id, head(COLLECT {
    MATCH (initiative)<-[link:INITIATES]-(by:Organisation)
    WHERE link.until IS NULL AND by.visibility IN $visible
    RETURN by.name ORDER BY by.name
  }) AS name
ORDER BY id
