"""The plan as people look at it: a page, a table in the terminal, a calendar file, a digest."""

from plugins.reports.plan.owner import Owner
from plugins.reports.plan.report import write_plan
from plugins.reports.plan.told import told

__all__ = ["Owner", "told", "write_plan"]
