// A figure has one switch.
CREATE CONSTRAINT published_figure_figure_is_unique IF NOT EXISTS
FOR (node:PublishedFigure) REQUIRE node.figure IS UNIQUE
