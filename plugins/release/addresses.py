"""The addresses that visitors know, for exports that name pages."""

from pathlib import Path

from plugins.documents.pelican_bridge import read_site
from plugins.language.problems import ProblemsFound


def addresses_of(settings_file: Path) -> dict[str, str]:
    """Full address to source of every live document; none where the site cannot be read."""
    try:
        site, settings = read_site(settings_file)
    except ProblemsFound:
        return {}
    return {f"{settings['SITE_ADDRESS']}/{d.url}": d.source for d in site.live}
