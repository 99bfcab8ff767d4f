"""A query as it stands in running text: «доставку сборных грузов», «доставкой сборных грузов».

Only what reads naturally: a noun and what it governs. No form is made of a question, of a phrase
that begins with a verb or of words side by side («станок цена», «доставка китай»).
"""

from collections.abc import Collection, Iterator, Sequence

from plugins.keywords.query_words import ENGLISH_FUNCTION_WORDS, ONE, SEVERAL, Word
from plugins.keywords.questions import is_question
from plugins.words.analysis import readings_of
from plugins.words.declension import CASES, Slot, cases_of, classes
from plugins.words.inflection import NoFormError, case, groups
from plugins.words.phrases import Group, Piece, pieces
from plugins.words.readings import Key, shares
from plugins.words.tokens import folded, tokens
from plugins.words.vocabulary import SHIPPED

HALF = 0.5
GOVERNED = frozenset({"gent", "gen2", "datv", "ablt"})
# What people add to a query without joining it to the words before
TAILS = frozenset({"цена", "фото", "видео", "отзыв", "форум"})
_JOINING = frozenset({"и", "или", ",", "/", "&", "+"})
_ENGLISH_VERBS = frozenset({"buy", "find", "get", "choose", "compare", "hire"})


def natural_forms(phrase: str, lang: str, asked: Collection[Word]) -> tuple[str, ...]:
    """The sure forms of a phrase in other cases than its own, each once; none where none is.

    The other number («станки» of «станок») is given where `asked`, the words of the map, has it.
    """
    if is_question(phrase, lang):
        return ()
    if lang == "ru":
        found = dict.fromkeys(_russian(phrase, asked))
    else:
        found = dict.fromkeys(_english(phrase, asked) if lang == "en" else ())
    return tuple(form for form in found if form != phrase)


def _russian(phrase: str, asked: Collection[Word]) -> Iterator[str]:
    words = pieces(phrase)
    heads = groups(words, SHIPPED)
    if not heads or not _begins_with(words, heads[0]) or not _reads_on(words, heads[-1].end):
        return
    numbers = [""]
    if (other := _other_number(heads[0], asked)) and len(heads) == 1:
        numbers.append(other)
    for number in numbers:
        for wanted in CASES:
            try:
                yield case(phrase, wanted, number)
            except NoFormError:
                continue


def _begins_with(words: Sequence[Piece], group: Group) -> bool:
    """Whether nothing but numbers and Latin names stands before the first word that declines."""
    return not any(word.declines for word in words[: min(group.words)])


def _reads_on(words: Sequence[Piece], at: int) -> bool:
    """Whether all after the head hangs on it: genitives, prepositions with their words, adverbs."""
    waiting = False
    for word in words[at:]:
        if not word.declines or word.lower in _JOINING:
            continue
        known = classes(word.lower)
        if "PREP" in known:
            waiting = True
        elif known & {"NOUN", "ADJF", "PRTF", "NPRO"}:
            if not waiting and not _is_governed(word.lower):
                return False
            waiting = waiting and "NOUN" not in known
        elif known & {"VERB", "INFN", "PRTS", "ADJS", "CONJ", "PRED"}:
            return False
    return True


def _is_governed(form: str) -> bool:
    readings = readings_of(folded(form))
    if readings[0].key.lemma in TAILS or shares(readings).get(readings[0].key, 0.0) < HALF:
        return False
    return bool(cases_of(form) & GOVERNED)


def _other_number(group: Group, asked: Collection[Word]) -> str:
    """The number that the head does not have, where the map asks for it."""
    other = ONE if group.head.number == SEVERAL else SEVERAL
    lemma = folded(group.head.form(Slot("nomn", ONE)) or "")
    wanted = any(word.number == other and word.key.lemma == lemma for word in asked)
    return other if wanted else ""


def _english(phrase: str, asked: Collection[Word]) -> Iterator[str]:
    """The phrase with its head, the last word before a preposition, in the other number."""
    words = tokens(phrase)
    small = (n for n, word in enumerate(words) if word.form in ENGLISH_FUNCTION_WORDS)
    head = words[next(small, len(words)) - 1] if words else None
    if head is None or words[0].form in _ENGLISH_VERBS or not head.form.isalpha():
        return
    lemma = readings_of(head.form, "en")[0].key.lemma
    form = _plural(lemma) if head.form == lemma else lemma if head.form == _plural(lemma) else ""
    number = SEVERAL if head.form == lemma else ""
    if form and Word(Key(lemma, "other"), number) in asked:
        yield phrase[: head.start] + form + phrase[head.end :]


def _plural(lemma: str) -> str:
    """The plural that the lemmatiser takes back to this word; "" where there is none."""
    forms = (f"{lemma}s", f"{lemma}es", f"{lemma[:-1]}ies")
    return next((form for form in forms if readings_of(form, "en")[0].key.lemma == lemma), "")
