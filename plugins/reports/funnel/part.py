"""What the report is made of, and the slices that need to know the site."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from plugins.funnel.exports import Reading
from plugins.funnel.found import Funnel, Reach, Slice
from plugins.funnel.losses import Losses, Way, losses, ways
from plugins.funnel.pages import Known
from plugins.funnel.steps import Step

NO_GROUP, NO_PAGE = "", "?"


@dataclass(frozen=True)
class Counted:
    """What was read, what was counted, and what the site knows of each path."""

    reading: Reading
    funnel: Funnel
    pages: Mapping[str, Known]

    @cached_property
    def losses(self) -> Losses:
        """Where buyers are lost."""
        return losses(self.funnel)

    @cached_property
    def ways(self) -> Sequence[Way]:
        """Orders by way to pay."""
        return ways(self.funnel.orders)

    @cached_property
    def groups(self) -> Sequence[Slice]:
        """Visitors by the most asked group of their landing page, the most first."""
        found: dict[str, Reach] = {}
        for landing in self.funnel.landings:
            known = self.known(landing.name)
            name = known.group if known else NO_PAGE
            found[name] = found.get(name, Reach()) + landing.reach
        slices = (Slice(name, reach) for name, reach in found.items())
        return sorted(slices, key=lambda one: (-one.reach.visitors, one.name))

    def known(self, path: str) -> Known | None:
        """The page at a path, with its slash at the end or without."""
        bare = path.removesuffix("index.html")
        return self.pages.get(bare) or self.pages.get(f"{bare}/")

    @property
    def visited(self) -> bool:
        """Whether there are visits to tell of, not orders alone."""
        return self.funnel.total.at(Step.VISIT) > 0
