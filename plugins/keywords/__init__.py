"""Where key phrases stand, in any word form: the relevance map, its imports, matches."""

from plugins.keywords.occurrences import Occurrence, Zone, find_loose, find_phrases

__all__ = ["Occurrence", "Zone", "find_loose", "find_phrases"]
