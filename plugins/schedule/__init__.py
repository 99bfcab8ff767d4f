"""Which article comes out when: slots by rule, days off, gaps, ready articles put into slots."""

from plugins.schedule.record import DayOff, Schedule, SlotRule
from plugins.schedule.slots import Slot, slots

__all__ = ["DayOff", "Schedule", "Slot", "SlotRule", "slots"]
