"""Mentions of key phrases become links, related articles, and the graph of what links where."""

from plugins.internal_links.plan import Linker, linked_bodies
from plugins.internal_links.read_next import related
from plugins.internal_links.settings import LinkSettings

__all__ = ["LinkSettings", "Linker", "linked_bodies", "related"]
