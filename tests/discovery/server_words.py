"""Words of a line of nginx's or Caddy's configuration, read as both say they read them.

A word in double quotes ends at the next quote that has no backslash before it; outside quotes
spaces part words, and ; { } stand alone where nginx ends a word.
"""

import re

_WORD = re.compile(
    r'\s*(?:"((?:[^"\\]|\\.)*)"|(#.*)|([;])|([{}])(?=\s|$)|((?:[^\s;"{}]|\{[^\s}]*\})+))'
)


def words_of(line: str) -> list[str]:
    """The words of a line; raises ValueError for what neither would read."""
    words, at = [], 0
    while line[at:].strip():
        found = _WORD.match(line, at)
        if found is None:
            raise ValueError(line[at:])
        quoted, comment, *plain = found.groups()
        if quoted is not None:
            words.append(re.sub(r'\\(["\\])', r"\1", quoted) if '\\"' in quoted else quoted)
        elif comment is None:
            words.append(next(word for word in plain if word))
        at = found.end()
    return words
