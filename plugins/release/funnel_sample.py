"""Files of invented visitors, for `invoke funnel --demo` and for measuring."""

from pathlib import Path

from plugins.funnel import sample_lines as lines
from plugins.funnel.sample import Places, Truth, truth, visitors

DEMO_VISITORS, DEMO_SEED = 6000, 9


def write_sample(folder: Path, count: int, seed: int, places: Places) -> tuple[list[Path], Truth]:
    """Visits, hits and orders of so many visitors below a folder, and the truth about them."""
    told, number = truth(), 1
    files = [folder / name for name in ("visits.tsv", "hits.tsv", "orders.csv")]
    with (
        files[0].open("w", encoding="utf-8") as visits,
        files[1].open("w", encoding="utf-8") as hits,
        files[2].open("w", encoding="utf-8-sig") as orders,
    ):
        visits.write("\t".join(lines.VISITS) + "\n")
        hits.write("\t".join(lines.HITS) + "\n")
        orders.write(";".join(lines.ORDERS) + "\n")
        for visitor in visitors(count, seed, places):
            told.add(visitor)
            mine = list(lines.hits(visitor, number))
            number += len(mine)
            hits.writelines(mine)
            visits.write(lines.visits(visitor))
            orders.writelines(lines.orders(visitor))
    told.hits = number - 1
    return files, told
