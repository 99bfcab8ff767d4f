"""What the funnel of 10 million hits costs, and whether its numbers are true.

    python benchmarks/funnel.py [--hits N] [--seed N] [--keep FOLDER]

Makes visits, hits and orders of invented visitors, whose steps are known; reads and counts them
in a process of its own as `invoke funnel` does; compares every total, week, landing page and
source with the truth. Memory is the most that the process held (RSS); it starts no others.
"""

import argparse
import resource
import sys
import tempfile
import time
from multiprocessing import get_context
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from plugins.funnel import FunnelSettings
from plugins.funnel.found import Funnel, Reach
from plugins.funnel.sample import Places, Truth
from plugins.funnel.steps import Step
from plugins.release.funnel_run import count_files
from plugins.release.funnel_sample import write_sample

HITS_A_VISITOR = 6.52
MOST_SECONDS, MOST_BYTES = 60, 4 << 30
PLACES = Places(
    ("/", *(f"/blog/text-{number}/" for number in range(40))),
    tuple(f"/catalog/product-{number}/" for number in range(25)),
)


def count(files: list[Path]) -> tuple[Funnel, float, float, int]:
    """The funnel, seconds on the clock and of the processor, the most memory held."""
    began, before = time.perf_counter(), time.process_time()
    _, funnel = count_files(files, FunnelSettings(), PLACES.products)
    clock, cpu = time.perf_counter() - began, time.process_time() - before
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return funnel, clock, cpu, held


def differences(funnel: Funnel, told: Truth) -> list[str]:
    """Every number that is not what it must be."""
    found = {"": funnel.total}
    found |= {f"week {week.monday}": week.reach for week in funnel.weeks}
    found |= {f"page {one.name}": one.reach for one in funnel.landings}
    found |= {f"source {one.name}": one.reach for one in funnel.sources}
    found["in order"] = funnel.in_order
    true = {"": told.reach, "in order": Reach(*(told.in_order[step] for step in Step))}
    for kind, counts in (("week", told.weeks), ("page", told.landings), ("source", told.sources)):
        for name in {name for name, _ in counts}:
            true[f"{kind} {name}"] = Reach(*(counts[name, step] for step in Step))
    names = sorted(found.keys() | true.keys())
    return [
        f"{n}: {found.get(n)}, true {true.get(n)}" for n in names if found.get(n) != true.get(n)
    ]


def main() -> None:
    """Make, count, compare; exit 1 where it is too slow, too large or untrue."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--hits", type=int, default=10_000_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", default="")
    wished = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = Path(wished.keep or folder)
        place.mkdir(parents=True, exist_ok=True)
        visitors = round(wished.hits / HITS_A_VISITOR)
        files, told = write_sample(place, visitors, wished.seed, PLACES)
        size = sum(file.stat().st_size for file in files)
        print(f"{told.hits:,} hits of {visitors:,} visitors, {size / 1e9:.2f} GB")
        with get_context("spawn").Pool(1) as pool:
            funnel, clock, cpu, held = pool.apply(count, (files,))
    print(f"counted in {clock:.1f} s, {cpu:.1f} s of processors, {held / 2**30:.2f} GiB")
    wrong = differences(funnel, told)
    print("\n".join(wrong) or "every number is true")
    share = max(1.0, told.hits / 10_000_000)
    raise SystemExit(bool(wrong) or clock > MOST_SECONDS * share or held > MOST_BYTES)


if __name__ == "__main__":
    main()
