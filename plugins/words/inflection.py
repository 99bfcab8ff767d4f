"""A phrase in another case: «доставка из Китая» in `ablt` is «доставкой из Китая»."""

from collections.abc import Sequence
from functools import lru_cache

from jinja2 import TemplateRuntimeError

from plugins.language.messages import Message, message, reader_language
from plugins.language.problems import expected
from plugins.words.declension import CASES, Nominal, Slot, cases_of
from plugins.words.followers import is_chinese, with_followers
from plugins.words.irregular import COUNTED
from plugins.words.letters import like_written, unstressed, without_yo
from plugins.words.new_words import ABBREVIATIONS
from plugins.words.nominals import can_be_governed
from plugins.words.numbered import (
    Numbered,
    before_agreeing,
    is_fraction,
    is_numeral,
    is_ordinal,
    numbered_at,
    numeral_form,
)
from plugins.words.phrases import Group, Piece, group_at, pieces
from plugins.words.tokens import mixed_alphabets
from plugins.words.vocabulary import SHIPPED, Vocabulary

_AND = frozenset({"и", "или", "либо", ",", "/", "&", "+"})
_RELATIVE = ("котор", "чей", "чья", "чьё", "чьи")
_OWN_GENDER = ("masc", "femn", "neut")
ADVICE = message("write the form yourself or add the word to content/data/inflection.csv")


class NoFormError(TemplateRuntimeError):
    """No form is sure: `said` names the phrase, as the message of a Problem does."""

    def __init__(self, text: Message) -> None:
        super().__init__(text.in_language(reader_language()))
        self.said = text


def no_form(phrase: str, case: str) -> NoFormError:
    """The error of a phrase whose form in a case is not known."""
    text = message(
        "no sure form of «%(phrase)s» in the case %(case)s; %(advice)s",
        phrase=phrase,
        case=case,
        advice=ADVICE,
    )
    return NoFormError(text)


def case(phrase: str, wanted: str, number: str = "", known: Vocabulary = SHIPPED) -> str:
    """A nominative phrase in a case (nomn gent datv accs ablt loct) and, if given, a number.

    Head words and what agrees with them decline, governed words stay. Raises NoFormError.
    """
    if wanted not in CASES or number not in ("", "sing", "plur"):
        names = message("one of %(names)s", names=", ".join((*CASES, "sing", "plur")))
        raise NoFormError(expected(names, f"'{wanted} {number}'".replace(" '", "'")))
    if not isinstance(phrase, str) or "<" in phrase or mixed_alphabets(phrase):
        raise no_form(str(phrase), wanted)
    return _declined(str(phrase), wanted, number, known)


@lru_cache(maxsize=1 << 13)
def _declined(phrase: str, wanted: str, number: str, known: Vocabulary) -> str:
    text = unstressed(phrase)
    words = pieces(text, known)
    if not any(word.declines for word in words):
        return text
    if is_fraction(text):
        return text
    if len(words) == 2 and is_chinese(words, 0) and is_chinese(words, 1) and wanted != "nomn":
        raise no_form(phrase, wanted)
    if (at := before_agreeing(words)) and (group := group_at(words, at, known)):
        return put_in(text, words, compound_forms(words, at, group, wanted))
    if numbered := numbered_at(words, known):
        return put_in(text, words, numbered_forms(words, numbered, wanted))
    found = groups(words, known)
    if not found and words[0].declines:
        raise no_form(phrase, wanted)
    forms: dict[int, str] = {}
    for group in found:
        forms |= group_forms(words, group, wanted, number)
    return put_in(text, words, forms)


def groups(words: Sequence[Piece], known: Vocabulary) -> list[Group]:
    """The heads of a phrase with their groups: one, or several joined by «и» and commas."""
    first = group_at(words, 0, known)
    if first is None:
        return []
    found = [with_followers(words, first, known)]
    at = found[0].end
    while at < len(words):
        if words[at].lower in _AND:
            group = group_at(words, at + 1, known)
            if group and _is_head(words, group, governed_before=found[-1].end < at):
                found.append(with_followers(words, group, known))
                at = group.end
                continue
        at += 1
    return found


def _is_head(words: Sequence[Piece], group: Group, governed_before: bool) -> bool:
    """Whether a noun after «и» is one more head, not one more governed word."""
    at = group.end - 1
    if words[at].lower.startswith(_RELATIVE):
        return False
    if not governed_before:
        return True
    if can_be_governed(words[at].lower):
        return False
    return "accs" not in cases_of(words[at].lower) or group.end < len(words)


def group_forms(words: Sequence[Piece], group: Group, wanted: str, number: str) -> dict[int, str]:
    """The forms of all words of a group, by index, as those words are written."""
    return {
        at: written(words, at, nominal, slot_of(nominal, group.head, wanted, number))
        for at, nominal in group.words.items()
    }


def numbered_forms(words: Sequence[Piece], numbered: Numbered, wanted: str) -> dict[int, str]:
    """The forms of a number's words and of the group after it."""
    case = numbered.case_of(words, wanted)
    if case == "nomn":
        return {}
    forms = group_forms(words, numbered.group, case, "plur")
    head = numbered.group.end - 1
    counted = COUNTED.get(numbered.group.head.form(Slot("nomn", "sing")) or "")
    if case == "gent" and counted:
        forms[head] = like_written(counted, words[head].text)
    for at, word in enumerate(words[: numbered.length]):
        if at < len(numbered.adjectives):
            adjective = numbered.adjectives[at]
            forms[at] = written(words, at, adjective, Slot(case, "plur"))
        elif is_numeral(word):
            form = numeral_form(word.lower, case, numbered.group.head)
            forms[at] = like_written(sure(form, words, case), word.text)
    return forms


def compound_forms(
    words: Sequence[Piece], length: int, group: Group, wanted: str
) -> dict[int, str]:
    """The forms of «двадцать один день», and of «двадцать первый день», whose numerals stay."""
    forms = group_forms(words, group, wanted, "")
    if not is_ordinal(words[length].lower) and wanted not in ("nomn", "accs"):
        for at, word in enumerate(words[:length]):
            form = numeral_form(word.lower, wanted, group.head)
            forms[at] = like_written(sure(form, words, wanted), word.text)
    return forms


def sure(form: str | None, words: Sequence[Piece], wanted: str) -> str:
    """The form, if there is one; else NoFormError is raised."""
    if form is None:
        raise no_form(" ".join(word.text for word in words), wanted)
    return form


def slot_of(nominal: Nominal, head: Nominal, wanted: str, number: str) -> Slot:
    """What form a word of a group takes: its head decides."""
    gender = head.gender if head.gender in _OWN_GENDER else nominal.gender
    return Slot(wanted, number or head.number, gender, head.animate)


def written(words: Sequence[Piece], at: int, nominal: Nominal, slot: Slot) -> str:
    """A form of a word of the phrase, in the letters it has there; NoFormError if there is none."""
    word = words[at]
    if "Fixd" in nominal.marks:
        return word.text
    form = sure(nominal.form(slot), words, slot.case)
    own = nominal.form(Slot("nomn", nominal.number, nominal.gender, nominal.animate))
    form = without_yo(form, word.lower, own or "")
    shouted = len(words) > 1 and all(not w.declines or w.text.isupper() for w in words)
    abbreviation = "Abbr" in nominal.marks or word.lower in ABBREVIATIONS
    return like_written(form, word.text, abbreviation and not shouted)


def put_in(text: str, words: Sequence[Piece], forms: dict[int, str]) -> str:
    """The text with some of its pieces replaced."""
    for at in sorted(forms, reverse=True):
        start = words[at].start
        text = text[:start] + forms[at] + text[start + len(words[at].text) :]
    return text
