"""How good the suggestions are: known links are hidden, and each method is asked to find them.

`projection` is the graph as the engine sees it, `splitting` hides links and all that derives from them, `pairs` scores
two initiatives exactly as the Cypher of the bridges does, `targets` a likely partner, goal or theme, `learning` finds
weights in the graph itself, `baselines` are the simple methods of
networkx, `measures` the figures, and `run` the whole.
"""
