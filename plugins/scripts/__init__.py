"""Scripts of the theme: which are published when, and how pages load them after the first frame."""

from plugins.scripts.published import Scripts

__all__ = ["Scripts"]
