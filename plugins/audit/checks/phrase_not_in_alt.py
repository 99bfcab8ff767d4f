"""phrase-not-in-alt: no picture of the text is described with a word of the main key phrase.

Yandex and Google find pictures by their alt text. One significant word in one alt is enough: an
alt says what the picture shows. Pictures that templates add are not judged.
"""

from collections.abc import Iterator

from plugins.audit.finding import Finding
from plugins.audit.lacking import has_some, text_words
from plugins.audit.phrases import Owner, owners
from plugins.audit.subject import Subject
from plugins.language.messages import counted, message
from plugins.language.problems import Severity

RULE = "phrase-not-in-alt"
ADVICE = message("describe the picture that shows it in words that people search with")


def phrase_not_in_alt(subject: Subject) -> Iterator[Finding]:
    """Live documents with pictures none of whose alts has a significant word of the main group."""
    for owner in owners(subject):
        pictures = owner.document.pictures
        if pictures and owner.is_on_topic and not _is_named(owner):
            what = counted(
                "the alt of %(count)s picture has no word of the key phrase «%(phrase)s»",
                "none of %(count)s alts has a word of the key phrase «%(phrase)s»",
                len(pictures),
                phrase=owner.main.head.phrase,
            )
            line = owner.document.line_of(pictures[0].src)
            yield Finding(RULE, Severity.ADVICE, owner.file, line, what, ADVICE)


def _is_named(owner: Owner) -> bool:
    if owner.has_in("alt"):
        return True
    text = "\n".join(picture.alt or "" for picture in owner.document.pictures)
    return has_some(owner.main, text_words(text, owner.study.lang), owner.study.lang)
