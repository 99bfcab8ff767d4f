"""How sure a share is: Wilson's interval, and whether two shares surely differ.

E. B. Wilson (1927), JASA 22: 209-212; the form without continuity correction, 95 %.
"""

from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist

# Fewer cases than this are told as «3 of 7», without per cent
LEAST = 20
ERROR = 0.05


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole, both counted."""

    part: int
    whole: int

    @property
    def small(self) -> bool:
        """Whether there are too few cases for per cent."""
        return self.whole < LEAST

    @property
    def value(self) -> float:
        """From 0 to 1; 0 of nothing."""
        return self.part / self.whole if self.whole else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """Where the share of all such visitors lies, 19 times of 20."""
        return self.interval_among(1)

    def interval_among(self, count: int) -> tuple[float, float]:
        """The same, so wide that of so many intervals all are right 19 times of 20 (Bonferroni)."""
        if not self.whole:
            return 0.0, 1.0
        z = NormalDist().inv_cdf(1 - ERROR / 2 / max(1, count))
        n, share, z2 = self.whole, self.value, z * z
        middle = (share + z2 / (2 * n)) / (1 + z2 / n)
        half = z / (1 + z2 / n) * sqrt(share * (1 - share) / n + z2 / (4 * n * n))
        return max(0.0, middle - half), min(1.0, middle + half)


def surely_below(one: Share, other: Share, among: int = 1) -> bool:
    """Whether a share lies below another and their intervals have nothing in common.

    `among` is how many are compared: of a hundred pages some are always odd by chance.
    """
    if one.small or other.small:
        return False
    return one.interval_among(among)[1] < other.interval_among(among)[0]
