"""PageRank within a site: Brin and Page's power iteration, with sparse lists and no matrices."""

from collections.abc import Sequence

DAMPING = 0.85
ENOUGH = 1e-9


def page_rank(targets: Sequence[Sequence[int]]) -> list[float]:
    """The rank of each page, all together 1, where `targets[n]` are the pages that page n links to.

    What a page without links holds is spread over all pages.
    """
    count = len(targets)
    rank, change = [1 / count] * count if count else [], 1.0 if count else 0.0
    while change > ENOUGH:
        held = sum(rank[page] for page, found in enumerate(targets) if not found)
        new = [(1 - DAMPING + DAMPING * held) / count] * count
        for page, found in enumerate(targets):
            if found:
                given = DAMPING * rank[page] / len(found)
                for target in found:
                    new[target] += given
        change = sum(abs(a - b) for a, b in zip(rank, new, strict=True))
        rank = new
    return rank
