"""Why a mention is not a link, in a sentence that a writer understands."""

from plugins.internal_links.links import Rule
from plugins.internal_links.settings import LinkSettings
from plugins.language.messages import Message, counted, message

SENTENCES: dict[Rule, Message] = {
    Rule.HEADING: message("the words stand in a heading; headings get no links"),
    Rule.LINK: message("the words are part of a link already"),
    Rule.CODE: message("the words stand in code; code stays as it is"),
    Rule.QUOTATION: message("the words stand in a quotation; others' words get no links of ours"),
    Rule.TABLE_HEADER: message("the words stand in the header of a table"),
    Rule.CAPTION: message("the words stand in a caption"),
    Rule.CONTROL: message("the words stand in a button or in a form"),
    Rule.CLOSED: message(
        "the words stand in a part that gets no links: one of a product or a payment, or one "
        "that its author closed by {: .no-links }"
    ),
    Rule.FIRST_PARAGRAPH: message(
        "the words stand in the first paragraph, which answers the reader before leading away"
    ),
    Rule.ACROSS_TAGS: message(
        "part of the words is bold, italic or marked otherwise: a link would cut through it"
    ),
    Rule.BESIDE_LINK: message("another link stands right beside: two would read as one"),
    Rule.LONGER_PHRASE: message("the words are part of a longer phrase, which comes first"),
    Rule.FIXED_PHRASE: message("the word is part of a fixed expression and means something else"),
    Rule.PART_OF_NAME: message(
        "the words are part of an address, of a name written together or of a path through menus"
    ),
    Rule.PART_OF_TERM: message(
        "the word is part of a larger term, which may be another thing; if it is the same, link it "
        "by hand or put the larger term into the map"
    ),
    Rule.GENERAL_WORD: message(
        "one general word, and the title of the page that answers it is not that word; `yes` in "
        "the column link of the map allows it"
    ),
    Rule.ITSELF: message("the words name this very page"),
    Rule.NOT_LIVE: message("the page that answers them is not published yet"),
    Rule.HIDDEN: message("the page that answers them is hidden from lists"),
    Rule.REDIRECTED: message("the address of the page that answers them leads elsewhere"),
    Rule.NO_INDEX: message("the page that answers them is closed to search engines"),
    Rule.OTHER_LANGUAGE: message("the page that answers them is in another language"),
    Rule.NO_DOCUMENT: message("no page answers these words: the map of key phrases names none"),
    Rule.TWO_DOCUMENTS: message("the map of key phrases gives these words to two pages"),
    Rule.PAGE_OFF: message("links made by themselves are switched off for this page"),
    Rule.TARGET_OFF: message("links to the page that answers them are switched off"),
    Rule.PHRASE_OFF: message("links from this phrase are switched off"),
    Rule.LINKED_BY_HAND: message("the author links to that page on this one already"),
    Rule.LINKED_ALREADY: message("a link to that page stands elsewhere on this one"),
}


def rule_in_words(rule: Rule, settings: LinkSettings) -> Message:
    """The rule as a sentence without capital letter and full stop."""
    if rule is Rule.PARAGRAPH_FULL:
        most = settings.per_paragraph
        return message("the paragraph has as many links as one may have: %(most)s", most=most)
    if rule is Rule.PAGE_FULL:
        words = counted("%(count)s word", "%(count)s words", settings.words_per_link)
        return message("the page has links enough: at most one to each %(words)s", words=words)
    if rule is Rule.ANCHOR_WORN:
        return message(
            "too many links to that page have this very text: at most %(share)s%% of them may",
            share=round(100 * settings.anchor_share),
        )
    return SENTENCES[rule]
