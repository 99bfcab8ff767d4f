"""Phrases and numbers as spreadsheets and services spell them, made comparable."""

import re
import unicodedata
from decimal import Decimal

DOUBLE_QUOTES = '"“”„‟«»'
STRAIGHT = str.maketrans(DOUBLE_QUOTES, '"' * len(DOUBLE_QUOTES))
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
UNWRITABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffd\\s]+")
CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffd]")
STRESS = "\u0301"
FORMULA = "=+-@"
MINUS_WORD = re.compile(r"(?<=\s)[-−]\S+|(?<=\s)[-−–—](?=\s)")
NARROWING = re.compile(r"[\[\]]|(?<![\w!])!+\w|(?<=\s)[-−]\w")
FIXED_WORD = re.compile(r"(?<!\S)[!+]+(?=\w)")
THOUSANDS = re.compile(r"([1-9][0-9]{0,2}(?:([.,'’])[0-9]{3})(?:\2[0-9]{3})*)(?:[.,]([0-9]*))?")
SHORT = re.compile(r"([0-9]{1,6}(?:[.,][0-9]{1,3})?)(?:(k|к|тыс\.?)|(?:m|м|млн\.?))")
DECIMAL = re.compile(r"[0-9]+(?:[.,][0-9]*)?(?:e[+]?(?:0?[0-9]|1[0-7]))?")
LONGEST_NUMBER = 18
LONGEST_TEXT = 100
# The longest phrase that Wordstat answers (Yandex Cloud, Search API, checked in 2026).
LONGEST_PHRASE = 400


def cleaned(text: str) -> str:
    """The text on one line, each run of spaces and control characters as one space."""
    if text.isprintable() and "\ufffd" not in text and unicodedata.is_normalized("NFC", text):
        return " ".join(text.split())
    return INVISIBLE.sub("", UNWRITABLE.sub(" ", unicodedata.normalize("NFC", text))).strip()


def phrase_key(phrase: str) -> str:
    """What two spellings of one phrase share: case, ё, stress marks and spaces fold away.

    Double quotes of any shape remain, as straight ones: a quoted phrase is another phrase.
    """
    folded = cleaned(phrase).casefold().replace("ё", "е").replace(STRESS, "")
    return " ".join(straightened(folded).split())


def straightened(text: str) -> str:
    """The text with straight double quotes only."""
    return text.translate(STRAIGHT)


def is_exact(phrase: str) -> bool:
    """Whether the phrase stands in double quotes: it is matched only as written."""
    return len(phrase) > 1 and phrase[0] in DOUBLE_QUOTES and phrase[-1] in DOUBLE_QUOTES


def letters(phrase: str) -> int:
    """How many letters and digits the phrase holds."""
    return sum(map(str.isalnum, phrase))


def without_operators(phrase: str) -> str:
    """A phrase of a service without its operators: `!`, `+`, quotes, brackets, minus-words.

    Quotes go too. With Wordstat they fix the number of words and leave their forms free; in the
    relevance map they would forbid every other form. Nothing that a spreadsheet takes for a
    formula stays in front.
    """
    text = straightened(cleaned(phrase)).replace('"', " ")
    text = re.sub(r"[\[\]()]", " ", text)
    text = FIXED_WORD.sub("", MINUS_WORD.sub(" ", text))
    return " ".join(text.split()).lstrip(f"{FORMULA}! ")


def is_narrow(phrase: str) -> bool:
    """Whether operators make Wordstat count a part of those who ask for the words of a phrase.

    Quotes around all of it fix the number of words, `!` a form, brackets the order; minus-words
    leave people out. `+` takes nothing away.
    """
    return is_exact(phrase.strip()) or bool(NARROWING.search(phrase))


def harmless(text: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return cleaned(text).lstrip(f"{FORMULA} ")


def whole_count(text: str) -> int | None:
    """A number that `count_of` reads, if it is a whole one and all its digits are there.

    «12.5» and «1,2E+05», as a spreadsheet shows 123 456 in a narrow column, are none.
    """
    count = count_of(text)
    digits = re.sub(r"\s", "", cleaned(text[:LONGEST_TEXT])).casefold()
    if count is None or "e" in digits:
        return None
    if found := THOUSANDS.fullmatch(digits):
        return None if (found[3] or "").strip("0") else count
    cut = DECIMAL.fullmatch(digits) and Decimal(digits.replace(",", ".")) != count
    return None if cut else count


def count_of(text: str) -> int | None:
    """A whole number out of «1 234», «1,234», «1234,0», «1,2 тыс.», «1.2E+05»; None without one."""
    if text.isascii() and text.isdigit() and len(text) <= LONGEST_NUMBER:
        return int(text)
    digits = re.sub(r"\s", "", cleaned(text[:LONGEST_TEXT])).casefold()
    if len(text) > LONGEST_TEXT or len(digits) > LONGEST_NUMBER:
        return None
    if found := THOUSANDS.fullmatch(digits):
        return int(re.sub("[^0-9]", "", found[1]))
    if found := SHORT.fullmatch(digits):
        return int(Decimal(found[1].replace(",", ".")) * (1000 if found[2] else 1_000_000))
    if DECIMAL.fullmatch(digits):
        return int(Decimal(digits.replace(",", ".")))
    return None
