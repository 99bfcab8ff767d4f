"""The plan as people look at it: a page, a table in the terminal, a calendar file, a digest."""

from plugins.reports.plan.owner import Owner
from plugins.reports.plan.report import write_plan

__all__ = ["Owner", "write_plan"]
