// Everything of which somebody said that it does not belong to an initiative.
MATCH (said:NotThis)
RETURN said.key AS key
ORDER BY key
