"""The network as a picture and a table: what is around one record, and which communities a town has.

`around` finds the records near one record, the rarest first, with every line between them; `town` groups initiatives
by what they share. Both give a `Picture` or `Town` of plain rows: how it is drawn is for the web to know.
"""
