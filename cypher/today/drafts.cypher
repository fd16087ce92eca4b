// How many initiatives and organisations wait to be published.
// $on: date — today: what ended by then waits no longer
RETURN COUNT { MATCH (record:Initiative {visibility: 'draft'})
         WHERE record.until IS NULL OR record.until > $on } AS initiatives,
       COUNT { MATCH (record:Organisation {visibility: 'draft'})
         WHERE record.until IS NULL OR record.until > $on } AS organisations
