"""A node of the graph, as JSON-LD writes it."""

from typing import Any

Node = dict[str, Any]


def node(kind: str, identity: str = "", **facts: Any) -> Node:
    """A thing of a type of schema.org; without an identity nothing can refer to it."""
    return {"@type": kind} | ({"@id": identity} if identity else {}) | facts


def reference(to: Node) -> Node:
    """What stands for a node elsewhere in the graph."""
    return {"@id": to["@id"]}
