"""From a visit to a payment: how many visitors come to which step, and where they are lost."""

from plugins.funnel.settings import FunnelSettings

__all__ = ["FunnelSettings"]
