"""What the columns of other tools' exports are called, in Russian and in English."""

import re
from collections.abc import Sequence
from typing import Literal

from plugins.keywords.spelling import cleaned, straightened

Field = Literal["phrase", "frequency", "shows", "url", "group"]

# Wordstat, Key Collector, Topvisor, keys.so, Yandex Webmaster, Google Search Console. Of several
# columns of a field the one with fewest operators wins, then the one whose name stands first here.
# Phrases are in the column furthest left.
NAMES: dict[Field, tuple[str, ...]] = {
    "phrase": (
        "фраза", "ключевая фраза", "ключевые фразы", "ключевое слово", "ключевые слова", "ключ",
        "запрос", "запросы", "текст запроса", "поисковый запрос", "поисковые запросы",
        "запросы со словами", "похожие запросы", "статистика по словам", "популярные запросы",
        "самые популярные запросы",
        "phrase", "key phrase", "keyword", "keywords", "query", "queries", "top queries",
        "popular queries", "similar queries", "queries with words", "search query",
        "search queries", "search term", "name",
    ),
    "frequency": (
        "базовая частотность", "базовая частота", "базовая", "частотность", "частота",
        "общая частота", "число запросов", "количество запросов", "показов в месяц",
        "показы в месяц", "спрос",
        "frequency", "volume", "search volume", "monthly searches", "avg. monthly searches",
        "count", "number of queries", "number of requests", "demand", "ws",
        "точная частотность", "точная частота", "очень точная частотность",
        "очень точная частота", "exact frequency",
    ),
    "shows": (
        "показы", "показов", "число показов", "количество показов",
        "impressions", "shows", "total_shows", "total shows",
    ),
    "url": (
        "url", "url страницы", "адрес", "адрес страницы", "страница", "целевая ссылка",
        "целевая страница", "релевантный url", "релевантная страница",
        "page", "landing page", "target", "target url", "address",
    ),
    "group": (
        "группа", "имя группы", "название группы", "кластер", "имя кластера",
        "group", "group name", "group_name", "cluster",
    ),
}  # fmt: skip
TOTALS = {
    "итого", "всего", "сумма", "общий итог", "итого и средние", "total", "totals", "grand total",
}  # fmt: skip
OPERATORS = re.compile(r'"[\s!\[\]]*"|[\[\](]\s*!?\s*[\])]')
SUFFIX = re.compile(r"[,:|/(\[].*", re.DOTALL)


def header_name(cell: str) -> tuple[str, int]:
    """The name in a header without operators and suffixes, and how many operators it has.

    «Базовая частотность [YW]» is («базовая частотность», 0), «"!" частотность» («частотность», 2),
    «"[!Частота]" (Яндекс, Москва)» («частота», 3).
    """
    text = straightened(cleaned(cell)).casefold().replace("ё", "е")
    plain = OPERATORS.sub(" ", text).strip(' "')
    operators = ("!" in text) + ('"' in text) + (plain.startswith("[") or "[!" in text)
    name = SUFFIX.sub("", plain.lstrip('["! '))
    return " ".join(re.sub('["\\]]', " ", name).split()), operators


def fields_of(header: Sequence[str]) -> dict[Field, list[int]]:
    """The places of the columns of each field, the most fitting first."""
    names = [header_name(cell) for cell in header]
    found: dict[Field, list[int]] = {}
    for field, known in NAMES.items():
        places = [place for place, (name, _) in enumerate(names) if name in known]
        if field == "phrase":
            found[field] = places[:1]
        else:
            places.sort(key=lambda place: (names[place][1], known.index(names[place][0])))
            found[field] = places
    return {field: places for field, places in found.items() if places}
