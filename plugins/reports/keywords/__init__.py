"""The report of key phrases: pages for eyes, tables for spreadsheets, JSON for programs."""

from plugins.reports.keywords.report import write_keywords
from plugins.reports.keywords.told import told

__all__ = ["told", "write_keywords"]
