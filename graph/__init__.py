"""The domain over Neo4j: knows no web.

Initiatives work at goals, goals stand in policy notes, people answer for goals, organisations take part in initiatives.
`graph.model` holds every kind of record and link as data; `graph.records` is the one way to write them, with an audit
line in the same transaction. Every other module is one concept: its row types, the functions that return them, and the
names of its statements in `cypher/<module>/`. Work goes through `graph.store.Graph`: one managed transaction each.
"""
