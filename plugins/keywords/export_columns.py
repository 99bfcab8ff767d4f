"""What the columns of other tools' exports are called, in Russian and in English."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from plugins.keywords.spelling import cleaned, straightened

Field = Literal[
    "phrase", "frequency", "demand", "shows", "url", "target", "group", "folder", "note"
]  # fmt: skip
ADDRESS = ("http://", "https://", "/", "www.")
COUNTS: tuple[Field, ...] = ("frequency", "demand", "shows")

# Wordstat, Key Collector, Topvisor, keys.so, Serpstat, SpyWords, Bukvarix, Semrush, Ahrefs, Google
# Ads, Yandex Webmaster, Google Search Console. Of several columns of a field the one with fewest
# operators wins, then the one whose name stands first here. Demand is how often people ask Yandex
# in the days that an export of Webmaster is for; a target is the page a person chose for a
# phrase, a url the page that a search engine showed.
NAMES: dict[Field, tuple[str, ...]] = {
    "phrase": (
        "фраза", "ключевая фраза", "ключевые фразы", "ключевое слово", "ключевые слова", "ключ",
        "ключи", "запрос", "запросы", "текст запроса", "поисковый запрос", "поисковые запросы",
        "поисковая фраза", "поисковые фразы", "фразы", "ключевик",
        "запросы со словами", "похожие запросы", "статистика по словам", "популярные запросы",
        "самые популярные запросы", "популярные", "похожие", "что искали", "что еще искали",
        "phrase", "key phrase", "keyword", "keywords", "query", "queries", "top queries",
        "popular queries", "similar queries", "queries with words", "search query",
        "search queries", "search term", "search terms", "keyphrase", "kw", "name", "indicator",
    ),
    "frequency": (
        "базовая частотность", "базовая частота", "базовая", "частотность", "частота",
        "общая частотность", "общая частота", "частотность базовая", "частота базовая",
        "wordstat", "число запросов", "количество запросов", "показов в месяц",
        "показы в месяц", "запросов в месяц", "среднее число запросов в месяц",
        "общее число запросов", "кол-во запросов",
        "frequency", "volume", "search volume", "monthly searches", "avg. monthly searches",
        "avg monthly searches", "avg. search volume", "count",
        "number of queries", "number of requests", "ws", "vol", "vol.", "sv",
        "точная частотность", "точная частота", "exact frequency",
        "очень точная частотность", "очень точная частота",
    ),
    "demand": ("спрос", "demand"),
    "shows": (
        "показы", "показов", "число показов", "количество показов",
        "impressions", "shows", "total_shows", "total shows", "impressions_total_sum",
    ),
    "url": (
        "url", "url страницы", "адрес", "адрес страницы", "страница", "релевантный url",
        "релевантная страница", "реальный url", "path", "путь",
        "page", "landing page", "address", "current url",
    ),
    "target": (
        "целевая ссылка", "целевая страница", "целевой url", "продвигаемый url",
        "продвигаемая страница", "target", "target url", "target page", "document", "документ",
    ),
    "group": (
        "имя группы", "название группы", "группа", "имя кластера", "название кластера", "кластер",
        "group name", "group_name", "group", "cluster name", "cluster",
    ),
    "folder": ("папка", "папка группы", "путь группы", "group_folder_path", "folder"),
    "note": (
        "примечание", "примечания", "комментарий", "комментарии", "заметка", "заметки",
        "теги", "тег", "метки", "note", "notes", "comment", "comments", "tags",
    ),
}  # fmt: skip
KNOWN: dict[str, tuple[Field, int]] = {
    name: (field, place) for field, names in NAMES.items() for place, name in enumerate(names)
}
STEMS = {"частотность", "частота", "wordstat"}
BEFORE_STEM = {
    "яндекс", "yandex", "базовая", "общая", "средняя", "среднемесячная", "месячная", "показы",
    "показов", "запросы", "запросов",
}  # fmt: skip
# «Частота кластера» is not of the phrase; «доля частоты» is no number of people.
NO_FREQUENCY = {
    "дата", "изменение", "динамика", "тренд", "сезонность", "доля", "обновления", "проверки",
    "слов", "слова", "кластера", "группы", "регион", "ссылка", "url",
    "date", "change", "trend", "share", "cluster", "group", "region",
}  # fmt: skip
# Wordstat names its columns of phrases after the phrase that was asked.
ASKED = re.compile(
    r"(?:запросы со слов(?:ом|ами)|запросы,? похожие на|похожие на|что искали со слов(?:ом|ами)"
    r"|что еще искали(?: люди,?)?,? искавшие|(?:top )?queries with(?: the)? words?"
    r"|queries similar to|similar to)\s*\".*",
    re.DOTALL,
)
# What may be counted without being a frequency of any phrase: it names no column of phrases.
NO_PHRASE = re.compile(
    r"(?:дат|период|недел|месяц|день|дни|год\b|регион|город|стран|област|устройств|хост|сайт"
    r"|домен|url|адрес|ссылк|раздел|групп|кластер|категори|позици|тренд|динамик|интент|сезонн"
    r"|вид в поиске|тип|источник"
    r"|date|period|week|month|day|year|region|city|countr|state|device|host|site|domain|page"
    r"|address|link|section|group|cluster|categor|position|trend|intent|search appearance|type"
    r"|source|serp|currency|валют)"
)
COUNT = re.compile(
    r"(?<![а-я])(?:частот(?:а|ность)|показ(?:ы|ов)|спрос|(?:число|количество|кол-во) запросов"
    r"|запросов в месяц)(?![а-я])"
    r"|(?<![a-z])(?:impressions|shows|demand|frequency|(?:search )?volume|searches)(?![a-z])"
)
EXACT = re.compile(r"(?:(?:очень|супер)\s+)*\bточн\w+|фразов\w+|\bexact\b|phrase match")
FOREIGN = re.compile(r"google|гугл|rambler|рамблер|mail\b|bing|adstat")
OPERATORS = re.compile(r'"[\s!\[\]]*"|[\[\](]\s*!?\s*[\])]')
SUFFIX = re.compile(r"[,:|/(\[].*", re.DOTALL)
# volume:region:engine:kind of Topvisor's API; what its kinds are called on its pages.
API_VOLUME = re.compile(r"volume:\d+:\d+:(\d)")
API_KINDS = {"1": "частота", "2": '"частота"', "3": '"!частота"', "5": "[частота]"}
DATE = r"(\d{4}-\d\d(?:-\d\d)?|\d\d\.\d\d\.\d{4})"
MIDNIGHT = "(?:[ t]00:00:00)?"
DATED = re.compile(rf"{DATE}{MIDNIGHT}[\s_:,]+(.+)|(.+?)[\s_:,(]+{DATE}{MIDNIGHT}\)?", re.DOTALL)
EARLIER = re.compile("предыдущ|previous|прошл")
PERIOD = re.compile(
    r"(?:последн\w+|last)\s+(?:\d+\s+)?\w+\s+|[\d./]+\s*[-–—]\s*[\d./]+\s+"  # Search Console
)


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a column holds; of several for a field the one with the smallest `rank` is meant.

    `exact`: a frequency with operators, a part of what people ask; `part`: the day or month that
    the column is for, "" for none.
    """

    field: Field
    rank: tuple[int, ...] = ()
    exact: bool = False
    part: str = ""


def header_name(cell: str) -> tuple[str, int]:
    """The name in a header without operators and suffixes, and how many operators it has.

    «Базовая частотность [YW]» is («базовая частотность», 0), «"!" частотность» («частотность», 2),
    «"[!Частота]" (Яндекс, Москва)» («частота», 3).
    """
    text = _plain(cell)
    plain = OPERATORS.sub(" ", text).strip(' "')
    operators = ("!" in text) + ('"' in text) + (plain.startswith("[") or "[!" in text)
    if re.search(r"\[\s*\]", text):
        operators += 1
    name = SUFFIX.sub("", plain.lstrip('["! '))
    return " ".join(re.sub('["!\\]]', " ", name).split()), operators


@lru_cache(maxsize=1 << 12)
def meaning_of(header: str) -> Meaning | None:
    """What a column of this name holds; None where nobody knows or nothing is read of it."""
    text = _plain(header)
    if EARLIER.search(text):
        return None
    if found := DATED.fullmatch(text):
        measure = _meaning(found[2] or found[3])
        part = _day(found[1] or found[4])
        if measure and measure.field in COUNTS:
            return Meaning(measure.field, (1, *measure.rank), False, part)
    if volume := API_VOLUME.fullmatch(text):
        text = API_KINDS.get(volume[1], '"[!частота]"')
    return _meaning(PERIOD.sub("", text, count=1))


def meanings_of(names: Sequence[str]) -> dict[int, Meaning]:
    """What the columns of these names hold, those that are known, by their places."""
    found = ((place, meaning_of(name)) for place, name in enumerate(names) if name)
    return {place: meaning for place, meaning in found if meaning}


def may_count(header: str) -> bool:
    """Whether a column nobody knows is called as if it said how often people ask."""
    text = _plain(header)
    return bool(COUNT.search(text)) and NO_FREQUENCY.isdisjoint(re.findall(r"[^\W_]+", text))


def may_be_phrases(header: str) -> bool:
    """Whether the name of a column leaves it open that phrases stand there."""
    return meaning_of(header) is None and not NO_PHRASE.match(_plain(header))


def _meaning(text: str) -> Meaning | None:
    if ASKED.fullmatch(text):
        return Meaning("phrase", (0, 0, 0))
    name, operators = header_name(text)
    exact = EXACT.search(text)
    if name in KNOWN:
        field, place = KNOWN[name]
    elif _is_frequency(name):
        field, place = "frequency", len(NAMES["frequency"])
    else:
        return None
    foreign = field == "frequency" and bool(FOREIGN.search(text))
    narrow = operators or (len(exact[0].split()) if exact else 0)
    return Meaning(field, (foreign, narrow, place), field == "frequency" and narrow > 0)


def _is_frequency(name: str) -> bool:
    """Whether a longer name is of a frequency: «частотность весь мир», «показы wordstat»."""
    words = EXACT.sub(" ", name).replace(".", " ").split()
    first = next((word for word in words if word not in BEFORE_STEM), "")
    return first in STEMS and NO_FREQUENCY.isdisjoint(words)


def _plain(header: str) -> str:
    return straightened(cleaned(header)).casefold().replace("ё", "е")


def _day(date: str) -> str:
    """A date or a month with the year first."""
    return "-".join(reversed(date.split(".")))
