"""`invoke plan`: the plan of the site as it would be built now; builds nothing."""

import re
from pathlib import Path

from plugins.documents.pelican_bridge import Progress, Settings, read_site
from plugins.keywords.study import studies
from plugins.language.messages import message
from plugins.language.problems import Problem, ProblemsFound, expected
from plugins.reports.plan import Owner
from plugins.schedule.plan import MOST_WEEKS, Plan, plan_of

_ADDRESS = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)


def planned(
    settings_file: Path, weeks: int, progress: Progress = lambda _: None
) -> tuple[Plan, Owner]:
    """The plan for so many weeks and whose it is. Raises ProblemsFound."""
    site, settings = read_site(settings_file)
    owner = owner_of(settings)
    cache = Path(settings["PATH"]).parent / ".cache"
    found = studies(site, settings["KEYWORDS"], cache, progress)
    return plan_of(site, settings["SCHEDULE"], found, weeks), owner


def owner_of(settings: Settings) -> Owner:
    """Who writes the digest, and to whom. Raises ProblemsFound."""
    company, readers = settings["COMPANY"], readers_of(settings["DIGEST_TO"])
    sender = _in_ascii(company.email)
    sender = sender if _ADDRESS.fullmatch(sender) else readers[0]
    return Owner(company.brand, settings["SITE_ADDRESS"], sender, readers)


def readers_of(text: str) -> tuple[str, ...]:
    """E-mail addresses parted by commas; raises ProblemsFound if one is none."""
    found = tuple(_in_ascii(part.strip()) for part in text.split(",") if part.strip())
    if not found or not all(_ADDRESS.fullmatch(one) for one in found):
        what = expected(message("e-mail addresses parted by commas"), f"'{text}'")
        raise ProblemsFound([Problem("DIGEST_TO", 0, "", what)])
    return found


def _in_ascii(address: str) -> str:
    """An address whose domain is written as mail servers know it: xn--… for .рф."""
    name, _at, domain = address.rpartition("@")
    try:
        return f"{name}@{domain.encode('idna').decode()}"
    except UnicodeError:
        return address


def weeks_of(text: str) -> int:
    """The number in a --weeks; raises ProblemsFound if it is none."""
    if not (text.isascii() and text.isdigit() and 1 <= int(text[:9]) <= MOST_WEEKS):
        what = expected(message("a number from 1 to %(most)s", most=MOST_WEEKS), f"'{text}'")
        raise ProblemsFound([Problem("invoke plan", 0, "weeks", what)])
    return int(text)
