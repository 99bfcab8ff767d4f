"""The links of the site as it would be built now, for reports; builds nothing."""

from pathlib import Path

from plugins.documents.pelican_bridge import Progress, read_site
from plugins.internal_links.ways import Related, Ways
from plugins.keywords.study import studies
from plugins.reports.links import Linked


def linked(settings_file: Path, progress: Progress = lambda _: None) -> Linked:
    """The site, the plan of its links, related articles and where phrases stand."""
    from plugins.internal_links.plan import link_plan  # type: ignore[import-not-found]

    site, settings = read_site(settings_file)
    plan = link_plan(site, settings["KEYWORDS"])
    related: Related = {}
    menu = *settings["MENU"], *settings["FOOT_MENU"], *settings["LEGAL_PAGES"].all
    cache = Path(settings["PATH"]).parent / ".cache"
    return Linked(
        site,
        plan,
        related,
        Ways(menu, settings["LISTINGS"]),
        settings["LINKS"],
        studies(site, settings["KEYWORDS"], cache, progress),
    )
