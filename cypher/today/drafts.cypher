// How many initiatives and organisations wait to be published.
RETURN COUNT { (:Initiative {visibility: 'draft'}) } AS initiatives,
       COUNT { (:Organisation {visibility: 'draft'}) } AS organisations
