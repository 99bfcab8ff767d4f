"""How long signing takes: `.venv/bin/python -m benchmarks.checkout [LINKS]` (20,000).

With --every-byte it also tries every byte at every place of 100 links, on all cores: 9 million
tokens, none of which may be accepted.
"""

import sys
from concurrent.futures import ProcessPoolExecutor
from time import perf_counter, process_time

from plugins.checkout.refusals import Refused
from plugins.checkout.tokens import signed, verified
from tests.checkout.examples import KEY, KEYS, NOW, many

MOST_SECONDS = 2.0


def accepted(token: str) -> int:
    """How many tokens are accepted that differ from this one in one byte."""
    found = 0
    for at in range(len(token)):
        for code in range(256):
            if chr(code) != token[at]:
                try:
                    verified(token[:at] + chr(code) + token[at + 1 :], KEYS, "demo", NOW)
                    found += 1
                except Refused:
                    pass
    return found


def main() -> None:
    """Sign, verify, and say how long it took; exit 1 where it is too long."""
    numbers = [int(word) for word in sys.argv[1:] if word.isdigit()]
    claims = many(numbers[0] if numbers else 20_000)
    start = process_time()
    tokens = [signed(each, KEY) for each in claims]
    took = process_time() - start
    longest = max(map(len, tokens))
    print(f"{len(tokens)} links signed in {took:.2f} s of a core, the longest has {longest}")
    start = process_time()
    for token in tokens:
        verified(token, KEYS, "demo", NOW)
    print(f"and verified in {process_time() - start:.2f} s")
    if "--every-byte" in sys.argv:
        start = perf_counter()
        with ProcessPoolExecutor() as pool:
            found = sum(pool.map(accepted, tokens[:100]))
        tried = sum(map(len, tokens[:100])) * 255
        print(f"{tried} altered tokens tried in {perf_counter() - start:.0f} s: {found} accepted")
    raise SystemExit(0 if took <= MOST_SECONDS * len(tokens) / 20_000 else 1)


if __name__ == "__main__":
    main()
