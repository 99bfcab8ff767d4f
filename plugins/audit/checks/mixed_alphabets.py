"""mixed-alphabets: a word holds letters of another alphabet that look like its own.

A Latin «c» in a Russian word: nobody sees it, and no search finds the word as people type it.
Foreign are the letters of the alphabet that has fewer in the word, of equals those that are not
of the document's language. Letters that look foreign («PDFка») are somebody's intention.
"""

import re
from collections.abc import Iterator

from plugins.audit.finding import Finding
from plugins.audit.subject import Subject
from plugins.documents import Document
from plugins.documents.html import text_of
from plugins.language.messages import Message, message
from plugins.language.problems import Severity
from plugins.words.tokens import mixed_alphabets as mixed_words

RULE = "mixed-alphabets"
ADVICE = message("type the word anew with one keyboard layout")
LONGEST = 60
LOOK_ALIKE = "acekmoptxyhbасекмортхунв"
_UNSEEN = "\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff"
_SUSPECT = re.compile(f"[a-zA-Z][\u0400-\u04ff{_UNSEEN}]|[\u0400-\u04ff][a-zA-Z{_UNSEEN}]")
_LATIN_LETTER, _CYRILLIC_LETTER = re.compile("[a-z]", re.I), re.compile("[\u0400-\u04ff]")
_PART = re.compile("[^-\u2010\u2011]+")
# «WhatsAppом»: a Latin name with a Russian ending
_WITH_ENDING = re.compile("[a-z]{3,}[\u0400-\u04ff]{2,3}", re.IGNORECASE)


def mixed_alphabets(subject: Subject) -> Iterator[Finding]:
    """Such words in the phrases of maps and in titles, descriptions and texts, each once."""
    for study in subject.studies:
        for row in study.map.phrases:
            for word in _slips(row.phrase, study.lang):
                yield _finding(study.file, row.line, word, study.lang)
    for document in subject.site.live:
        for line, word in _in_document(document):
            yield _finding(f"content/{document.source}", line, word, document.lang)


def _in_document(document: Document) -> Iterator[tuple[int, str]]:
    for key, text in (("title", document.title), ("description", document.description)):
        for word in _slips(text, document.lang):
            yield document.key_line(key), word
    if _SUSPECT.search(document.body):
        for word in _slips(text_of(document.body.replace("<", " <")), document.lang):
            yield document.line_of(word), word


def _slips(text: str, lang: str) -> tuple[str, ...]:
    """The words to mend, each once; only the surroundings of suspicious places are looked at."""
    found: dict[str, None] = {}
    looked_at = 0
    for place in _SUSPECT.finditer(text):
        if place.start() >= looked_at:
            start = text.rfind(" ", 0, place.start()) + 1
            looked_at = _end(text, place.start())
            piece = text[start:looked_at]
            found |= dict.fromkeys(piece[word.start : word.end] for word in mixed_words(piece))
    return tuple(word for word in found if _foreign(word, lang))


def _end(text: str, place: int) -> int:
    """Where the next space is."""
    return found if (found := text.find(" ", place)) >= 0 else len(text)


def _foreign(word: str, lang: str) -> list[int]:
    """The places of letters that look like those of the other alphabet beside them."""
    return [
        part.start() + place
        for part in _PART.finditer(word)
        if not _WITH_ENDING.fullmatch(part[0])
        for place in _fewer(part[0], lang)
    ]


def _fewer(part: str, lang: str) -> list[int]:
    """The places of the letters of the rarer alphabet; none where they look foreign."""
    latin = [place for place, letter in enumerate(part) if _LATIN_LETTER.match(letter)]
    cyrillic = [place for place, letter in enumerate(part) if _CYRILLIC_LETTER.match(letter)]
    if len(latin) == len(cyrillic):
        fewer = latin if lang == "ru" else cyrillic
    else:
        fewer = min(latin, cyrillic, key=len)
    return fewer if all(part[place].lower() in LOOK_ALIKE for place in fewer) else []


def _finding(file: str, line: int, word: str, lang: str) -> Finding:
    places = _foreign(word, lang)
    letters = [f"[{x}]" if place in places else x for place, x in enumerate(word[:LONGEST])]
    marked = "".join([*letters, "…" if len(word) > LONGEST else ""])
    is_latin = bool(_LATIN_LETTER.match(word[places[0]]))
    what = _latin(marked) if is_latin else _cyrillic(marked)
    return Finding(RULE, Severity.WARNING, file, line, what, ADVICE)


def _latin(marked: str) -> Message:
    return message("Latin letters (in brackets) stand in a Russian word: «%(word)s»", word=marked)


def _cyrillic(marked: str) -> Message:
    return message("Russian letters (in brackets) stand in a Latin word: «%(word)s»", word=marked)
