"""What stands after a head word and declines with it: стол письменный, город Москва."""

from collections.abc import Sequence

from plugins.words.chinese import chinese_man, is_chinese_person
from plugins.words.compounds import word_readings
from plugins.words.declension import NAMES, PLACE, Nominal, cases_of, classes
from plugins.words.irregular import GENERIC, SECOND_NAMES
from plugins.words.modelled import fixed
from plugins.words.nominals import can_be_governed
from plugins.words.phrases import Group, Piece, agree, names
from plugins.words.vocabulary import Vocabulary

_AGENTS = ("тель", "щик", "чик", "ник")


def with_followers(words: Sequence[Piece], group: Group, known: Vocabulary) -> Group:
    """The group with what stands after its head and declines with it: стол письменный."""
    if second := _second_name(words, group.end, known):
        return Group(group.head, {**group.words, group.end + 1: second}, group.end + 2)
    found, at, end = dict(group.words), group.end, group.end
    while at < len(words):
        step = int(words[at].text == "," and at + 1 < len(words))
        word = words[at + step]
        if word.declines:
            follower = _follower(words, at + step, group, known, after_comma=bool(step))
            if follower is None:
                break
            found[at + step] = follower
            end = at + step + 1
        elif word.text[0].isdigit() or not (word.text[0].isalnum() or word.text[0] in '«"“„'):
            break
        at += step + 1
    return Group(group.head, found, end)


def _second_name(words: Sequence[Piece], at: int, known: Vocabulary) -> Nominal | None:
    """The second name of a region: Северная Осетия — Алания."""
    if at + 2 != len(words) or words[at].text not in ("—", "–", "-"):
        return None
    name = words[at + 1].lower
    return word_readings(name, known)[0] if name in SECOND_NAMES else None


def _follower(
    words: Sequence[Piece], at: int, group: Group, known: Vocabulary, after_comma: bool
) -> Nominal | None:
    found = word_readings(words[at].lower, known)
    adjectives = [n for n in found if n.kind == "adjective" and agree(n, group.head)]
    plain = [n for n in adjectives if not n.marks & {"Poss", "Anph"}]
    if _is_name_of(words[at], words[group.end - 1]):
        return _apposition(words, at, group, found)
    if plain and not _begins_another(words, at, plain, known):
        return plain[0] if not after_comma or "PRTF" in plain[0].marks else None
    return None if after_comma else _apposition(words, at, group, found)


def _is_name_of(word: Piece, head: Piece) -> bool:
    """Whether a word is the name of a place of some kind and stays: порт Восточный."""
    return word.text[0].isupper() and head.text.islower() and head.lower not in GENERIC


def _begins_another(
    words: Sequence[Piece], at: int, adjectives: Sequence[Nominal], known: Vocabulary
) -> bool:
    """Whether an adjective belongs to the words after it: ремонт большой кухни."""
    if at + 1 >= len(words) or not words[at + 1].declines:
        return False
    following = words[at + 1].lower
    if can_be_governed(words[at].lower) and cases_of(following):
        return "PREP" not in classes(following)
    nouns = (n for n in word_readings(following, known) if n.kind == "noun")
    return any(agree(a, n) for n in nouns for a in adjectives)


def is_chinese(words: Sequence[Piece], at: int) -> bool:
    """Whether a word is a Chinese person's surname or the given name after one: Ван Вэй."""
    here, before, after = (_capital(words, index) for index in (at, at - 1, at + 1))
    if not here or not (before or after):
        return bool(here) and is_chinese_person(here)
    pairs = ((here, after), (before, here))
    return any(one and two and is_chinese_person(one, two) for one, two in pairs)


def _capital(words: Sequence[Piece], at: int) -> str:
    """A word in small letters, if there is one and it begins with a capital."""
    is_capital = 0 <= at < len(words) and words[at].text[0].isupper()
    return words[at].lower if is_capital else ""


def _chinese(words: Sequence[Piece], at: int, head: Nominal) -> Nominal:
    """A Chinese name after a title: a woman's stays, of a man's its last word declines."""
    is_last = at + 1 == len(words) or not is_chinese(words, at + 1)
    return (
        chinese_man(words[at].lower)
        if is_last and head.gender == "masc"
        else fixed(words[at].lower)
    )


def _apposition(
    words: Sequence[Piece], at: int, group: Group, found: Sequence[Nominal]
) -> Nominal | None:
    """директор Иванов, город Москва, завод изготовитель; nothing else declines."""
    word, head = words[at], group.head
    if head.animate and is_chinese(words, at):
        return _chinese(words, at, head)
    persons = names(word)
    if head.marks & NAMES and word.text[0].isupper() and not persons:
        persons = [n for n in found if n.animate]
    if head.animate and persons:
        same = [n for n in persons if n.gender in ("", "ms-f", head.gender)]
        return (same or persons)[0]
    if words[group.end - 1].lower in GENERIC and word.text[0].isupper():
        places = [n for n in found if PLACE in n.marks and not word.text.endswith("о")]
        return places[0] if places else None
    if word.lower.endswith(_AGENTS):
        return next((n for n in found if n.kind == "noun" and n.animate), None)
    return None
