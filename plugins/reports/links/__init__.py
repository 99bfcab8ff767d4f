"""The report of internal links: pages for eyes, tables for spreadsheets, JSON for programs."""

from plugins.reports.links.part import Linked
from plugins.reports.links.report import write_links
from plugins.reports.links.told import suggested, told, why

__all__ = ["Linked", "suggested", "told", "why", "write_links"]
