"""The links of the site as it would be built now, for reports; builds nothing."""

from pathlib import Path

from plugins.documents.pelican_bridge import Progress, read_site
from plugins.internal_links.read_next import related_of
from plugins.internal_links.ways import Ways
from plugins.keywords.study import studies
from plugins.reports.links import Linked


def linked(settings_file: Path, progress: Progress = lambda _: None) -> Linked:
    """The site, the plan of its links, related articles and where phrases stand."""
    site, settings = read_site(settings_file)
    linker = settings["LINKER"]
    menu = *settings["MENU"], *settings["FOOT_MENU"], *settings["LEGAL_PAGES"].all
    cache = Path(settings["PATH"]).parent / ".cache"
    return Linked(
        site,
        linker.plan(site),
        related_of(site, linker),
        Ways(menu, settings["LISTINGS"]),
        settings["LINKS"],
        studies(site, settings["KEYWORDS"], cache, progress),
    )
