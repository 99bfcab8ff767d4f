"""closed-to-robots: robots.txt closes what robots are asked to read.

A page that says noindex must stay open as well: whoever may not read it never sees that.
"""

from collections.abc import Iterator

from plugins.audit.finding import Finding
from plugins.audit.sitemap import sitemap_of
from plugins.audit.subject import Subject
from plugins.discovery.robots import PATH
from plugins.discovery.robots_rules import Rule, may_read, rules_for
from plugins.documents.addresses import encoded
from plugins.language.messages import Message, message
from plugins.language.problems import Severity

RULE = "closed-to-robots"
FILE = f"output/{PATH}"
ADVICE = message("take the path out of ROBOTS in pelicanconf.py; a page is kept out by noindex")
# Any robot, and Yandex, whose group stands in place of the one for all
ROBOTS = ("*", "Yandex")


def closed_to_robots(subject: Subject) -> Iterator[Finding]:
    """Pages and pictures of the sitemap, the sitemap itself, and pages that say noindex."""
    text = (subject.told or {}).get(PATH, "")
    for rules in dict.fromkeys(rules_for(text, robot) for robot in ROBOTS):
        for what in _closed(subject, rules):
            yield Finding(RULE, Severity.ERROR, FILE, 0, what, ADVICE)


def _closed(subject: Subject, rules: tuple[Rule, ...]) -> Iterator[Message]:
    named = sitemap_of(subject).named
    start = len(subject.address)
    files = {f"/{entry.file}" for entry in named}
    addresses = (address for entry in named for address in (entry.loc, *entry.images))
    asked = files | {
        address[start:] for address in addresses if address.startswith(subject.address)
    }
    for path in sorted(path for path in asked if not may_read(rules, path)):
        yield message("robots may not read %(path)s, which the sitemap asks them to", path=path)
    for page in subject.pages:
        path = f"/{encoded(page.url)}"
        if not page.is_indexed and not may_read(rules, path):
            yield message("robots may not read %(path)s and never see its noindex", path=path)
