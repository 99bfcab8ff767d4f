"""Which documents are about the same things, by titles, descriptions and subheadings alone."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from math import log

from plugins.documents import Document
from plugins.keywords.evidence import EvidenceIndex
from plugins.keywords.word_counts import WordCount, word_counts

MOST_NEAR = 3
# Home and lists lead everywhere already, and their texts are an introduction
WITHOUT_TEXT = ("home", "list", "error")


class Nearness:
    """The documents of a language by their words; nothing is read before it is asked."""

    def __init__(self, documents: Sequence[Document], lang: str) -> None:
        self.documents = [d for d in documents if d.kind not in WITHOUT_TEXT]
        self.lang = lang

    def near(self, target: Document, fits: Callable[[Document], bool]) -> Iterator[Document]:
        """At most three documents about what the target's title names, the nearest first."""
        words = {count.word for count in self._counts(target)}
        weights = {word: self._rarity(self._documents_with[word]) for word in words}
        by_source = {document.source: document for document in self.documents}
        found = self._index.near(weights, MOST_NEAR, lambda d: d is not target and fits(d))
        return (by_source[evidence.document] for evidence in found)

    def _counts(self, document: Document) -> tuple[WordCount, ...]:
        return tuple(word_counts({"title": document.title}, self.lang))

    def _rarity(self, count: int) -> float:
        return log(1 + len(self.documents) / (1 + count))

    @cached_property
    def _read(self) -> list[tuple[WordCount, ...]]:
        return [
            tuple(
                word_counts(
                    {
                        "title": document.title,
                        "subheading": "\n".join(heading.text for heading in document.headings),
                        "body": document.description,
                    },
                    self.lang,
                )
            )
            for document in self.documents
        ]

    @cached_property
    def _documents_with(self) -> Counter[object]:
        return Counter(word for counts in self._read for word in {c.word for c in counts})

    @cached_property
    def _index(self) -> EvidenceIndex:
        return EvidenceIndex(self.documents, self._read)
