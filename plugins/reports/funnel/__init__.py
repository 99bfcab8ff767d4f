"""The report of the funnel: a page for eyes, tables for spreadsheets, lines in the terminal."""

from plugins.reports.funnel.part import Counted
from plugins.reports.funnel.report import write_funnel
from plugins.reports.funnel.told import told

__all__ = ["Counted", "told", "write_funnel"]
