"""Pelican plugin: documents get their address, language and stage; edits reach their bodies."""

from plugins.documents.pelican_bridge import connect


def register() -> None:
    """Called by Pelican."""
    connect()
