"""What `invoke links` says in the terminal."""

from collections.abc import Iterator
from difflib import get_close_matches

from plugins.documents import Document
from plugins.internal_links.links import HandLink, Mention, Refusal
from plugins.internal_links.markdown_places import line_in_markdown
from plugins.internal_links.wording import rule_in_words
from plugins.language.messages import Message, counted, message
from plugins.language.problems import Problem, ProblemsFound, expected
from plugins.reports.links.part import Linked, parts_of

CONTENT = "content/"


def told(found: Linked, lang: str) -> Iterator[str]:
    """What there is in each language: links, refusals, pages that few texts lead to."""
    for part in parts_of(found, lang):
        refused = sum(len(one) for one in part.refused.values())
        yield message(
            "content/%(lang)s: links made by themselves: %(links)s, by authors: %(hand)s; mentions "
            "that are no links: %(refused)s; pages that no text links to: %(orphans)s, that one "
            "text links to: %(weak)s; links that writers could make: %(suggested)s",
            lang=part.lang,
            links=part.automatic,
            hand=part.handmade,
            refused=refused,
            orphans=len(part.graph.orphans),
            weak=len(part.graph.weak),
            suggested=len(part.suggested),
        ).in_language(lang)


def why(found: Linked, source: str, lang: str) -> Iterator[str]:
    """Each mention in a document in order: linked to what, or refused by which rule.

    Raises ProblemsFound where there is no such document.
    """
    document = _document(found, source)
    mine: list[Mention | Refusal] = [m for m in found.plan.links if m.document is document]
    mine += [r for r in found.plan.refused if r.mention.document is document]
    for one in sorted(mine, key=_start):
        mention = one.mention if isinstance(one, Refusal) else one
        line = line_in_markdown(document, mention.sentence, mention.form)
        yield f"{CONTENT}{document.source}:{line}: {_verdict(one, found).in_language(lang)}"
        yield f"    {' '.join(mention.sentence.split())}"
    by_hand = [link for link in found.plan.by_hand if link.document is document]
    yield from (_hand(link).in_language(lang) for link in by_hand)
    yield _sum(document, mine, by_hand, found).in_language(lang)


def suggested(found: Linked, lang: str) -> Iterator[str]:
    """Links that writers could make: file and line, the sentence, the link ready to be put in."""
    count = 0
    for part in parts_of(found, lang):
        count += len(part.suggested)
        for one in part.suggested:
            apart = message("the words stand apart here: write them together, as a link")
            note = "" if one.rule else f": {apart.in_language(lang)}"
            yield f"{CONTENT}{one.document.source}:{one.line}{note}"
            yield f"    {' '.join(one.sentence.split())}"
            yield f"    {one.markdown}"
    yield counted("%(count)s suggestion", "%(count)s suggestions", count).in_language(lang)


def _document(found: Linked, source: str) -> Document:
    wanted = source.replace("\\", "/").removeprefix("./").removeprefix(CONTENT)
    document = found.site.by_source.get(wanted)
    if document:
        return document
    names = [document.source for document in found.site.documents]
    near = get_close_matches(wanted, names, 1, 0.0)
    advice = message("did you mean %(name)s?", name=near[0]) if near else None
    what = message("a document below content/, as ru/blog/x.md")
    raise ProblemsFound([Problem("--why", 0, "", expected(what, f"'{source}'", advice))])


def _start(one: Mention | Refusal) -> tuple[int, int]:
    mention = one.mention if isinstance(one, Refusal) else one
    return mention.start, -mention.end


def _verdict(one: Mention | Refusal, found: Linked) -> Message:
    if isinstance(one, Mention):
        target = one.target.source if one.target else ""
        return message("«%(words)s» → %(target)s: a link", words=one.form, target=target)
    mention, rule = one.mention, rule_in_words(one.rule, found.settings)
    if mention.target is None:
        return message("«%(words)s»: no link: %(rule)s", words=mention.form, rule=rule)
    return message(
        "«%(words)s» → %(target)s: no link: %(rule)s",
        words=mention.form,
        target=mention.target.source,
        rule=rule,
    )


def _hand(link: HandLink) -> Message:
    words, target = " ".join(link.text.split()), link.target.source
    return message("«%(words)s» → %(target)s: its author's link", words=words, target=target)


def _sum(
    document: Document, mine: list[Mention | Refusal], by_hand: list[HandLink], found: Linked
) -> Message:
    if document not in found.site.live:
        return message("%(file)s is not live: nobody links there yet", file=document.source)
    made = sum(isinstance(one, Mention) for one in mine)
    return message(
        "%(mentions)s: %(links)s; by its author: %(hand)s",
        mentions=counted("%(count)s mention", "%(count)s mentions", len(mine)),
        links=counted("%(count)s link made by itself", "%(count)s links made by themselves", made),
        hand=len(by_hand),
    )
