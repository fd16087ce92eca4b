"""The drawing as data for vis-network, built with pyvis; the page around it is our own.

pyvis holds nodes, edges and options and nothing else here: its `generate_html` and `show` load from elsewhere and let
labels become markup. Two habits of it are met: an undirected network drops a second line between the same two nodes
without a word, so ours is directed without arrows; and `set_options` throws away every space, so ours are escaped.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pyvis.network import Network

from app.kinds import drawing_groups, look

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.model import Kind

CENTRE_SIZE, OTHER_SIZE = 36, 22
SPRING = 140
_BRIDGE = "#0b5f68"
OPTIONS: dict[str, Any] = {
    "autoResize": True,
    "layout": {"randomSeed": 23, "improvedLayout": True},
    "nodes": {
        "size": 18,
        "font": {
            "face": "'Source Sans 3', system-ui, sans-serif",
            "size": 17,
            "color": "#1c2b2d",
            "strokeWidth": 5,
            "strokeColor": "#ffffff",
            "vadjust": 2,
        },
        "widthConstraint": {"maximum": 170},
        "shapeProperties": {"useBorderWithImage": False, "interpolation": True},
    },
    "edges": {
        "color": {"color": "#978d7e", "highlight": _BRIDGE, "hover": "#6b645a"},
        "width": 1.25,
        "hoverWidth": 0.5,
        "selectionWidth": 1.5,
        "smooth": {"enabled": True, "type": "continuous", "roundness": 0.25},
    },
    "interaction": {
        "hover": True,
        "tooltipDelay": 250,
        "multiselect": False,
        "hoverConnectedEdges": True,
        "zoomView": True,
        "navigationButtons": False,
        "keyboard": {"enabled": True, "bindToWindow": False, "speed": {"x": 12, "y": 12, "zoom": 0.03}},
    },
    "physics": {
        "solver": "forceAtlas2Based",
        "forceAtlas2Based": {
            "gravitationalConstant": -130,
            "centralGravity": 0.012,
            "springLength": SPRING,
            "springConstant": 0.055,
            "damping": 0.6,
            "avoidOverlap": 1,
        },
        "stabilization": {"enabled": True, "iterations": 300, "fit": True},
        "minVelocity": 0.6,
    },
}


@dataclass(frozen=True, slots=True)
class Dot:
    """A node to draw: `label` is text, `url` its page, `expand` the address that shows more around it.

    The card of the chosen node shows `name` and `about`, where given, instead of the label and the word for the kind.
    """

    id: str
    kind: Kind
    label: str
    url: str
    expand: str
    size: int = OTHER_SIZE
    hidden: bool = False
    name: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line to draw, with the words that show when a pointer rests on it."""

    start: str
    end: str
    words: str
    dotted: bool = False
    width: float | None = None


def drawing(
    dots: Iterable[Dot], strokes: Iterable[Stroke], *, centre: str | None, spring: int = SPRING
) -> dict[str, Any]:
    """What the page carries as JSON: nodes, edges, options, the node to begin with, and the word for each kind.

    `spring` is how long a line likes to be.
    """
    network = Network(directed=True)
    kinds = {}
    for dot in dots:
        seen = look(dot.kind)
        kinds[seen.css] = str(seen.label)
        given = {"name": dot.name, "about": dot.about, "hidden": dot.hidden}
        extra = {name: value for name, value in given.items() if value}
        network.add_node(
            dot.id,
            label=dot.label,
            shape="image",
            group=seen.css,
            size=dot.size,
            url=dot.url,
            expand=dot.expand,
            **extra,
        )
    for count, stroke in enumerate(strokes):
        network.add_edge(stroke.start, stroke.end, id=f"e{count}", title=stroke.words, arrows="", **_style(stroke))
    network.set_options(_kept({**OPTIONS, "groups": drawing_groups(), "physics": _physics(spring)}))
    nodes, edges, _heading, _height, _width, options = network.get_network_data()
    return {"nodes": nodes, "edges": edges, "options": json.loads(options), "centre": centre, "kinds": kinds}


def _physics(spring: int) -> dict[str, Any]:
    forces = {**OPTIONS["physics"]["forceAtlas2Based"], "springLength": spring}
    return {**OPTIONS["physics"], "forceAtlas2Based": forces}


def _style(stroke: Stroke) -> dict[str, Any]:
    if stroke.dotted:
        colour = {"color": _BRIDGE, "highlight": _BRIDGE, "hover": _BRIDGE}
        return {"dashes": [2, 8], "width": 4, "color": colour}
    return {"width": stroke.width} if stroke.width else {}


def _kept(options: dict[str, Any]) -> str:
    return json.dumps(options, separators=(",", ":")).replace(" ", "\\u0020")
