"""Posts of an article for social networks: the author's own words by the rule of each."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from plugins.documents import Document
from plugins.documents.addresses import encoded
from plugins.documents.html import tags, text_of
from plugins.keywords.sentences import sentences
from plugins.language.messages import message
from plugins.language.typography import JOINER, NBSP, typeset
from plugins.release.social_settings import Content, SocialNetwork, SocialSettings

# What a link may carry, and nothing else: robots pass over these (ROBOTS.tracking)
UTM = ("utm_source", "utm_medium", "utm_campaign")
_GAP = "\n\n"
_NOTE = re.compile(r"<sup\b.*?</sup>", re.DOTALL | re.IGNORECASE)
_POINTER = re.compile(r"(?:Ниже|Далее|Дальше|Below|Further on)\b")
_TAG_SIGN = re.compile(r"[\W_]+")
# A point that ends no sentence: initials and what is shortened before a name or a number
_SHORT = re.compile(
    r"(?:^|[\s(«\"])(?:[^\W\d_]|г|гг|ул|пр|стр|рис|табл|см|ср|им|руб|коп|тыс|др|пр|гл|ст|пп?|обл"
    r"|напр|т|No|Mr|Mrs|Dr|St|vs|etc|approx|e\.g|i\.e|[тТ]\.\s?[а-я])\.$"
)


@dataclass(frozen=True)
class Post:
    """A draft for one network; `link` stands in the text where it can be clicked there."""

    network: SocialNetwork
    text: str
    link: str


def posts(document: Document, settings: SocialSettings, address: str) -> Iterator[Post]:
    """A post for each network that speaks the language of an article; `address` is the site's."""
    for network in settings.chosen:
        if document.lang in network.langs:
            link = tagged(f"{address}/{encoded(document.url)}", network.key, settings, document)
            yield Post(network, _text(document, network, link), link)


def tagged(url: str, source: str, settings: SocialSettings, document: Document) -> str:
    """An address with its utm parameters; what else is asked for and the fragment stay."""
    parts = urlsplit(url)
    kept = [pair for pair in parse_qsl(parts.query, keep_blank_values=True) if pair[0] not in UTM]
    values = (source, settings.medium, slug_of_document(document))
    query = urlencode([*kept, *zip(UTM, values, strict=True)])
    return urlunsplit(parts._replace(query=query))


def slug_of_document(document: Document) -> str:
    """The last part of its address."""
    return document.url.rstrip("/").rpartition("/")[2] or document.lang


def cut(text: str, limit: int) -> str:
    """Whole sentences of at most so many characters; of too long a first one, whole words."""
    best = 0
    for end in _ends(text):
        if end > limit:
            break
        best = end
    if best or len(text) <= limit:
        return text[:best] if best else text
    words = text[: max(limit - 1, 0)]
    if text[len(words) : len(words) + 1].strip():
        words = words[: max(words.rfind(" "), words.rfind(NBSP), 0)]
    words = words.rstrip(' \u00a0,;:—–-(«"')
    return f"{words}…" if words else ""


def hashtags(document: Document, most: int) -> str:
    """Its tags as words that networks link: `#объёмный_вес`."""
    words = (_TAG_SIGN.sub("_", tag).strip("_") for tag in document.tags)
    usable = dict.fromkeys(word for word in words if re.search(r"[^\W\d_]", word))
    return " ".join(f"#{word}" for word in list(usable)[:most])


def opening(document: Document) -> str:
    """The paragraphs that an article begins with, up to its first heading, list or table."""
    found: list[str] = []
    opened = None
    for tag in tags(document.body):
        if tag.name == "p":
            if tag.closing and opened is not None:
                found.append(_plain(document.body[opened : tag.start]))
            opened = None if tag.closing else tag.end
        elif opened is None:
            break
    return _without_pointers(" ".join(filter(None, found)))


def _without_pointers(text: str) -> str:
    """The same without sentences that point at the page below: a post has none."""
    starts = [0, *_ends(text)]
    pieces = (text[start:end].strip() for start, end in pairwise(starts))
    return " ".join(piece for piece in pieces if not _POINTER.match(piece))


def _text(document: Document, network: SocialNetwork, link: str) -> str:
    lang = document.lang
    whole = message("The whole article: %(link)s", link=link).in_language(lang)
    foot = whole if network.links else ""
    title = cut(_set(document, document.title), network.limit - len(foot) - len(_GAP))
    labels = hashtags(document, network.hashtags)
    room = network.limit - len(title) - len(foot) - 2 * len(_GAP)
    told = cut(_set(document, _told(document, network.content)), room)
    parts = [part for part in (title, told, foot) if part]
    if labels and len(_GAP.join([*parts, labels])) <= network.limit:
        parts.append(labels)
    return _GAP.join(parts) + "\n"


def _told(document: Document, content: Content) -> str:
    first = opening(document)
    wanted = (first, document.description)
    return next(filter(None, wanted if content is Content.OPENING else reversed(wanted)), "")


def _set(document: Document, text: str) -> str:
    return typeset(text, document.lang).replace(JOINER, "") if document.typography else text


def _plain(html: str) -> str:
    return " ".join(text_of(_NOTE.sub("", html)).split())


def _ends(text: str) -> Iterator[int]:
    for start, end in sentences(text):
        if not _SHORT.search(text[start:end]) or end == len(text):
            yield end
