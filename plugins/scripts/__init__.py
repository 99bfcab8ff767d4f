"""Scripts of the theme: which are published when, and how pages load them after the first frame."""

from plugins.scripts.published import SCRIPT_SOURCES, Scripts

__all__ = ["SCRIPT_SOURCES", "Scripts"]
