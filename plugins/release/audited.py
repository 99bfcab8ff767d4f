"""The site judged as it would be built now, whatever lies in the output folder."""

import tempfile
from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

from plugins.audit import Finding, Subject, audit, pages_in, told_in
from plugins.audit.checks import PHRASE_CHECKS
from plugins.audit.law import Law
from plugins.audit.sale import Sale
from plugins.audit.trade import Trade
from plugins.checkout import Checkout
from plugins.data_files import DataFiles
from plugins.discovery.feed_files import offers_fed
from plugins.documents.pelican_bridge import Build, Progress, Settings, build, read_site
from plugins.documents.site import Site
from plugins.keywords.study import Study, studies
from plugins.pictures.shown import shown_pictures
from plugins.release.committed import committed
from plugins.release.leaked import holding_key
from plugins.reports.progress import halves
from plugins.schedule import Schedule, slots
from plugins.security import Sources

Judged = tuple[Subject, tuple[Finding, ...]]


def audited(settings_file: Path, progress: Progress, *, publishing: bool) -> Judged:
    """Build into a folder of its own and judge the result; raises ProblemsFound.

    The example company is then a finding like others, not a refusal: publishing is judged by
    the settings of a local build with `publishing` set.
    """
    building, judging = halves(progress)
    with tempfile.TemporaryDirectory() as folder:
        built = build(settings_file, Path(folder), building)
        return judged(built, Path(folder), judging, publishing=publishing)


def judged(built: Build, folder: Path, progress: Progress, *, publishing: bool) -> Judged:
    """Judge what was built into a folder."""
    found = _studies(built.site, built.settings, progress)
    subject = Subject(
        built.site,
        built.settings["COMPANY"],
        built.settings["SITE_ADDRESS"],
        tuple(built.settings["STATIC_PATHS"]),
        *pages_in(folder),
        publishing,
        found,
        shown_pictures(built.site, built.settings["PRICE_LIST"], built.settings["COMPANY"]),
        _law(built.settings),
        told_in(folder),
        committed(Path(built.settings["PATH"])),
        built.settings["TITLES"],
        built.settings["SCHEDULE"],
        _slot_lines(built.settings),
        tuple(offers_fed(built.site, built.settings)),
        _trade(built.settings),
        _sale(built.settings),
    )
    return subject, audit(subject)


def phrases_judged(settings_file: Path, progress: Progress) -> Judged:
    """Judge key phrases in the texts as their authors wrote them; builds nothing."""
    site, settings = read_site(settings_file)
    subject = Subject(
        site,
        settings["COMPANY"],
        settings["SITE_ADDRESS"],
        tuple(settings["STATIC_PATHS"]),
        studies=_studies(site, settings, progress),
        law=_law(settings),
    )
    return subject, audit(subject, PHRASE_CHECKS)


def _law(settings: Settings) -> Law:
    hosts = (urlsplit(word).netloc for s in settings["CSP"] for word in s.allowed if _is_form(s))
    return Law(
        settings["LEGAL_PAGES"],
        settings["NETWORKS"],
        frozenset(mark.word.lower() for mark in settings["TRADEMARKS"]),
        frozenset(filter(None, hosts)),
        settings["METRICA"],
    )


def _slot_lines(settings: Settings) -> Mapping[str, int]:
    schedule: Schedule | None = settings["SCHEDULE"]
    keys = [rule.key for rule in schedule.slots] if schedule else []
    return DataFiles(Path(settings["PATH"]) / "data").lines("schedule.yaml", keys)


def _trade(settings: Settings) -> Trade:
    products = settings["PRICE_LIST"].products
    return Trade(settings["PAYMENTS"], products, settings["RATES"])


def _sale(settings: Settings) -> Sale:
    checkout: Checkout = settings["SHOP"].checkout
    leaked = () if checkout.demo else holding_key(Path(settings["PATH"]).parent, checkout.key)
    return Sale(checkout, _next_release(settings["SCHEDULE"], checkout.now), leaked)


def _next_release(schedule: Schedule | None, now: datetime) -> datetime | None:
    """The next slot of the schedule; None where nothing is planned within a year."""
    if schedule is None:
        return None
    ahead = slots(schedule, now + timedelta(seconds=1), now + timedelta(days=366))
    return ahead[0].moment if ahead else None


def _is_form(sources: Sources) -> bool:
    return sources.directive == "form-action"


def _studies(site: Site, settings: Settings, progress: Progress) -> tuple[Study, ...]:
    cache = Path(settings["PATH"]).parent / ".cache"
    return studies(site, settings["KEYWORDS"], cache, progress)
