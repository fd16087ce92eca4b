// A figure has one reaction of each team.
CREATE CONSTRAINT figure_reaction_key_is_unique IF NOT EXISTS
FOR (node:FigureReaction) REQUIRE node.key IS UNIQUE
