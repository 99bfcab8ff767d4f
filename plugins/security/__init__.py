"""What a page may load and send: its Content-Security-Policy, for browsers and for servers."""

from plugins.security.policy import OWN_SITE, Sources, allowed, guarded

__all__ = ["OWN_SITE", "Sources", "allowed", "guarded"]
