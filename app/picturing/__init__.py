"""A part of the network as a drawing, a list and an equal table: for every page that shows one."""
