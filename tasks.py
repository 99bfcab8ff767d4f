"""Every command of invoke; what they do stands in commands/."""

from commands.growth import audit, keywords, links, plan, schedule
from commands.publishing import indexnow, release
from commands.site import build, clean, lint, messages, new, serve, test
from commands.trade import funnel, keys, pay, rates

__all__ = [
    "audit",
    "build",
    "clean",
    "funnel",
    "indexnow",
    "keys",
    "keywords",
    "links",
    "lint",
    "messages",
    "new",
    "pay",
    "plan",
    "rates",
    "release",
    "schedule",
    "serve",
    "test",
]
