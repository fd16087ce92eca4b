// Give links other values of their own.
// $links: list of map — place (element id within this transaction) and properties
UNWIND $links AS each
MATCH ()-[link]->() WHERE elementId(link) = each.place
SET link += each.properties
