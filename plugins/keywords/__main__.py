"""`python -m plugins.keywords`: reads lines from standard input, answers on standard output."""

import gc
import sys

from plugins.keywords.pipe import answers
from plugins.language.messages import reader_language
from plugins.words.analysis import save_readings

# Readings are kept to the end: looking through them for garbage takes a third of the time
MANY_OBJECTS = 200_000


def main() -> None:
    """Answer every line; exit 1 at the end if one was bad."""
    gc.set_threshold(MANY_OBJECTS)
    good = True
    for answer, was_good in answers(sys.stdin.buffer, reader_language()):
        sys.stdout.buffer.write(f"{answer}\n".encode("utf-8", "surrogatepass"))
        sys.stdout.buffer.flush()
        good = good and was_good
    save_readings()
    raise SystemExit(0 if good else 1)


if __name__ == "__main__":
    main()
