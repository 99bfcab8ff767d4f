"""What is known of a link: where it stands, whose words it is made of, where it leads, why not."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from plugins.documents import Document
from plugins.keywords.relevance_map import KeyPhrase


class Rule(StrEnum):
    """Why a mention is not a link; the texts are in wording.py."""

    HEADING = "heading"
    LINK = "link"
    CODE = "code"
    QUOTATION = "quotation"
    TABLE_HEADER = "table-header"
    CAPTION = "caption"
    CONTROL = "control"
    CLOSED = "closed"
    FIRST_PARAGRAPH = "first-paragraph"
    ACROSS_TAGS = "across-tags"
    BESIDE_LINK = "beside-link"
    LONGER_PHRASE = "longer-phrase"
    FIXED_PHRASE = "fixed-phrase"
    PART_OF_NAME = "part-of-name"
    PART_OF_TERM = "part-of-term"
    GENERAL_WORD = "general-word"
    ITSELF = "itself"
    NOT_LIVE = "not-live"
    HIDDEN = "hidden"
    REDIRECTED = "redirected"
    NO_INDEX = "no-index"
    OTHER_LANGUAGE = "other-language"
    NO_DOCUMENT = "no-document"
    TWO_DOCUMENTS = "two-documents"
    PAGE_OFF = "page-off"
    TARGET_OFF = "target-off"
    PHRASE_OFF = "phrase-off"
    LINKED_BY_HAND = "linked-by-hand"
    LINKED_ALREADY = "linked-already"
    PARAGRAPH_FULL = "paragraph-full"
    PAGE_FULL = "page-full"
    ANCHOR_WORN = "anchor-worn"


@dataclass(frozen=True)
class Mention:
    """A phrase at `document.body[start:end]`.

    `form` are the words as they stand, `sentence` the one around them, `paragraph` the number of
    their block in the document. `target` is None where the map names no one document.
    """

    document: Document
    phrase: KeyPhrase
    target: Document | None
    start: int
    end: int
    form: str
    sentence: str
    paragraph: int


@dataclass(frozen=True)
class Refusal:
    """A mention that is not made a link, and by which rule."""

    mention: Mention
    rule: Rule


@dataclass(frozen=True)
class HandLink:
    """A link that the author made, with the text of its anchor."""

    document: Document
    target: Document
    text: str


@dataclass(frozen=True, eq=False)
class LinkPlan:
    """Everything that is decided about the links of a Site's texts, in the order of the texts."""

    links: tuple[Mention, ...]
    refused: tuple[Refusal, ...]
    by_hand: tuple[HandLink, ...]

    @cached_property
    def linked(self) -> Mapping[str, frozenset[str]]:
        """Source of a document to the sources of those that its text links to, however made."""
        pairs = [(link.document, link.target) for link in self.by_hand]
        pairs += [(link.document, link.target) for link in self.links if link.target]
        found: dict[str, set[str]] = {}
        for document, target in pairs:
            found.setdefault(document.source, set()).add(target.source)
        return {source: frozenset(targets) for source, targets in found.items()}
