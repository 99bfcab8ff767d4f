"""Typography of running text: quotes, dashes, ranges and spaces that must not break.

Changes are places of a text with what should stand there, so that whoever holds the text in HTML
can make them there. Russian rules: А. Э. Мильчин, «Справочник издателя и автора»; English quotes
and dashes: «New Hart's Rules».
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache, partial
from itertools import chain
from typing import NamedTuple

NBSP = "\u00a0"
# Joins what stands on both sides of it: a line may break after a dash without it
JOINER = "\u2060"
SPACES = " \t\n"
# What a reader does not see as text (a picture, code): no rule looks through it
OBJECT = "\ufffc"


class Change(NamedTuple):
    """`text[start:end]` should read `new`."""

    start: int
    end: int
    new: str


Rule = Callable[[str], Iterable[Change]]


def changes(text: str, lang: str) -> tuple[Change, ...]:
    """What to change in a text (one block of a page) in a language, in order, nowhere twice."""
    found: dict[int, Change] = {}
    for rule in RULES.get(lang, ()):
        for change in rule(text):
            found.setdefault(change.start, change)
    kept: list[Change] = []
    for start in sorted(found):
        change = found[start]
        same = text[change.start : change.end] == change.new
        if not same and (not kept or kept[-1].end <= start):
            kept.append(change)
    return tuple(kept)


@lru_cache(maxsize=1 << 13)
def typeset(text: str, lang: str) -> str:
    """A plain text with its changes made; those of data and interface stand on every page."""
    parts, at = [], 0
    for change in changes(text, lang):
        parts += [text[at : change.start], change.new]
        at = change.end
    return "".join([*parts, text[at:]])


def quotes(text: str, outer: str, inner: str) -> Iterator[Change]:
    """Paired quotes by their depth; a block whose quotes do not pair keeps them.

    A straight quote after a digit outside of quotes is a sign of inches.
    """
    found: list[Change] = []
    depth = 0
    for mark in re.finditer('["«»“”„]', text):
        before, after = text[: mark.start()][-1:], text[mark.end() :][:1]
        opens = _opens(mark[0], before, after, depth)
        if mark[0] == '"' and not opens and not depth:
            if before.isdigit():
                continue
            return
        depth += 1 if opens else -1
        if depth < 0:
            return
        pair = outer if (depth if opens else depth + 1) == 1 else inner
        found.append(Change(mark.start(), mark.end(), pair[0 if opens else 1]))
    if not depth:
        yield from found


def _opens(mark: str, before: str, after: str, depth: int) -> bool:
    if mark in "«„":
        return True
    if mark == "»" or (mark == "”" and depth):
        return False
    if mark == "“" and depth and (not before or before not in SPACES + NBSP + "(["):
        return False
    if not before or before in SPACES + NBSP + "([{«„“—–-/":
        return bool(after) and after not in SPACES + NBSP
    return before == '"' and depth > 0 and (after.isalnum() or after in tuple("«„"))


def replaced(text: str, pattern: re.Pattern[str], new: str, group: int = 0) -> Iterator[Change]:
    """A group of every place that fits a pattern reads anew."""
    for found in pattern.finditer(text):
        if found.start(group) >= 0:
            yield Change(found.start(group), found.end(group), new)


def ranges(text: str) -> Iterator[Change]:
    """A hyphen between two numbers that grow is a range: 5–7, but not 11-14-2026 or PV-103."""
    for found in chain(_RANGE.finditer(text), _SPACED_RANGE.finditer(text)):
        low, high = (_number(found[name]) for name in ("low", "high"))
        if low < high:
            yield Change(found.start("hyphen"), found.end("hyphen"), f"–{JOINER}")


def _number(digits: str) -> float:
    return float(re.sub(r"\s", "", digits).replace(",", "."))


def spaces(text: str, pattern: re.Pattern[str]) -> Iterator[Change]:
    """Every space that a pattern ends or begins with, named `space`, is one that does not break."""
    return replaced(text, pattern, NBSP, group=pattern.groupindex["space"])


def rules(*, patterns: Iterable[str], others: Iterable[Rule]) -> tuple[Rule, ...]:
    """The rules of a language: `others`, then spaces that must not break."""
    ready = (re.compile(pattern, re.VERBOSE | re.IGNORECASE) for pattern in patterns)
    return (*others, *(partial(spaces, pattern=pattern) for pattern in ready))


_S = r"(?P<space>[ \t\n])"
_DIGITS = r"\d+(?:[.,]\d+)?"
_RANGE = re.compile(
    rf"(?<![\w.,:/+–—…-])(?P<low>{_DIGITS})(?P<hyphen>-)(?P<high>{_DIGITS})(?![\w/:-]|[.,]\d)"
)
# «5 - 7 дней»: with a unit after it, a hyphen between spaces is that of a range as well
_UNITS = (
    r"раб|дн[ейя]|день|час|мин|сек|нед|мес|лет|год|шт|кг|т\b|г\b|мм?\b|см|км|л\b|к?Вт|тыс|млн|руб"
    r"|₽|%|°"
)
_SPACED_RANGE = re.compile(
    rf"(?<![\w.,:/+–—…-])(?P<low>{_DIGITS})(?P<hyphen>[ \u00a0]-[ \u00a0])(?P<high>{_DIGITS})"
    rf"(?=[ \u00a0]?(?:{_UNITS}))"
)
_HOURS = re.compile(r"(?<![\w:])(?:\d?\d:\d\d)(-)(?=\d?\d:\d\d(?![\w:]))")
_GLUED_SIGN = re.compile(r"№(?=\d)")
_BELOW_ZERO = re.compile(r"(?<![^\s(«])-(?=\d+(?:[.,]\d+)?[ \u00a0]?°)")
_SET_RANGE = re.compile(r"(?<=\d)–(?=\d)")
_ELLIPSIS = re.compile(r"(?<!\.)\.{3}(?!\.)")
_TIMES = re.compile(r"(?<!\b0)(?<=\d)\s?([xх])\s?(?=\d)")
_DASH = re.compile(r"(?<=[^\s])(?P<space>[ \t\n])(?P<dash>--?|–|—)(?=[ \t\n])")
_FIRST_DASH = re.compile(r"\A\s*(?P<dash>--?|–)(?=[ \t\n])")
_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)|(?<=s)'(?=\s)")

_SHORT = (
    "а в во и к ко о об обо с со у я ты мы вы он на не ни но из за по от до да же ли бы то "
    "без для над под при про или что как так"
)
# A number belongs to its unit, not to these: «с 9 до 18 | по Москве»; В and к may be units
_APART = r"(?:и|но|по|до|из|от|на|за|без|для|над|под|при|или)\b"
# With a short word before it such a word is wider than a column of a phone, and would break inside
_LONG = r"\w{13}"
_ABBREVIATIONS = "г ул д кв стр рис табл ст п пп гл см им оф корп пр пер обл тел доб"
_NAMED = "ООО АО ПАО ИП ОАО ЗАО НКО ТР ТС ГОСТ"
_ENGLISH_UNITS = (
    "kg g t m km cm mm l kW W V A Hz °C days? weeks? months? years? hours? minutes? roubles? yuan"
)


def _any_of(words: str) -> str:
    return "|".join(words.split())


RULES: dict[str, tuple[Rule, ...]] = {
    "ru": rules(
        others=(
            partial(quotes, outer="«»", inner="„“"),
            partial(replaced, pattern=_ELLIPSIS, new="…"),
            partial(replaced, pattern=_TIMES, new="×", group=1),
            ranges,
            partial(replaced, pattern=_HOURS, new=f"–{JOINER}", group=1),
            partial(replaced, pattern=_GLUED_SIGN, new=f"№{NBSP}"),
            partial(replaced, pattern=_BELOW_ZERO, new="−"),
            partial(replaced, pattern=_SET_RANGE, new=f"–{JOINER}"),
            partial(replaced, pattern=_DASH, new=NBSP, group=1),
            partial(replaced, pattern=_DASH, new="—", group=2),
            partial(replaced, pattern=_FIRST_DASH, new="—", group=1),
        ),
        patterns=(
            rf"(?<![\w-])(?:{_any_of(_SHORT)}){_S}(?=[^\s—–-]|-\d+\s?°)(?!{_LONG})",
            rf"(?<=\w){_S}(?:же?|ли?|ль|бы?)(?![\w-])",
            rf"\d{_S}(?=\d{{3}}(?!\d))",
            rf"\d{_S}(?=[а-яёa-z°₽%×])(?!{_APART})",
            rf"\d\s[xх×]{_S}(?=\d)",
            rf"\A\s*(?:--?|[–—]){_S}",
            rf"(?:тыс|млн|млрд)\.?{_S}(?=\w|₽)(?!{_APART})",
            rf"[№§]{_S}(?=\w)",
            rf"(?<![\w-])(?-i:[А-ЯЁ])\.{_S}(?=(?-i:[А-ЯЁ])[а-яё.])",
            rf"(?<!\w)т\.{_S}(?=[деп]\.)",
            rf"(?<!\w)и{_S}(?=(?:др|пр|т)\.)",
            rf"(?<!\w)(?:{_any_of(_ABBREVIATIONS)})\.{_S}(?=[\w«])",
            rf"(?<!\w)(?-i:{_any_of(_NAMED)}){_S}(?=[«\"\w])",
        ),
    ),
    "en": rules(
        others=(
            partial(quotes, outer="“”", inner="‘’"),
            partial(replaced, pattern=_APOSTROPHE, new="’"),
            partial(replaced, pattern=_ELLIPSIS, new="…"),
            partial(replaced, pattern=_TIMES, new="×", group=1),
            ranges,
            partial(replaced, pattern=_HOURS, new=f"–{JOINER}", group=1),
            partial(replaced, pattern=_BELOW_ZERO, new="−"),
            partial(replaced, pattern=_SET_RANGE, new=f"–{JOINER}"),
            partial(replaced, pattern=_DASH, new=NBSP, group=1),
            partial(replaced, pattern=_DASH, new="–", group=2),
        ),
        patterns=(
            rf"(?<!\w)(?:a|an|I|the|of|in|on|to|at|by){_S}(?=\w+[.!?]?\s*\Z)",
            rf"\d{_S}(?=(?:{_any_of(_ENGLISH_UNITS)})\b)",
            rf"(?<!\w)(?:No|Nos|p|pp|fig|Mr|Mrs|Ms|Dr)\.{_S}(?=\w)",
            rf"(?<![\w-])(?-i:[A-Z])\.{_S}(?=(?-i:[A-Z]))",
        ),
    ),
}
