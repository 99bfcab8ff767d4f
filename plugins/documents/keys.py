"""The keys of front matter, and which of them a mistyped one may be."""

import re
from difflib import get_close_matches

from plugins.language.messages import Message, message

KNOWN_KEYS = {
    "title": "Title",
    "description": "Description",
    "slug": "Slug",
    "date": "Date",
    "modified": "Modified",
    "category": "Category",
    "tags": "Tags",
    "author": "Author",
    "authors": "Authors",
    "status": "Status",
    "expires": "Expires",
    "deadline": "Deadline",
    "written": "Written",
    "priority": "Priority",
    "evergreen": "Evergreen",
    "picture": "Picture",
    "template": "Template",
    "lists": "Lists",
    "product": "Product",
    "sample": "Sample",
    "lang": "Lang",
    "summary": "Summary",
    "typography": "Typography",
    "links_out": "Links_out",
    "links_in": "Links_in",
    "url": "URL",
    "save_as": "Save_as",
}
RUSSIAN_KEYS = {
    "заголовок": "title",
    "описание": "description",
    "дата": "date",
    "рубрика": "category",
    "категория": "category",
    "метки": "tags",
    "автор": "author",
    "статус": "status",
    "срок": "deadline",
    "картинка": "picture",
    "артикул": "product",
}
_KEY = re.compile(r" {0,3}([^\W\d_][\w-]*)")
_LATIN_TWINS = str.maketrans("асеіорхуАВЕІКМНОРСТХЅѕ", "aceiopxyABEIKMHOPCTXSs")


def meant_by(line: str) -> Message | None:
    """The key that a line begins with, if its letters look like those of one."""
    found = _KEY.match(line)
    key = found[1].lower() if found else ""
    twin = key.translate(_LATIN_TWINS)
    known = RUSSIAN_KEYS.get(key) or (twin if twin in KNOWN_KEYS else meant(twin))
    return message("did you mean %(name)s?", name=f"{KNOWN_KEYS[known]}:") if known else None


def meant(key: str) -> str:
    """The known key that differs from this one by a letter or two, if any."""
    close = get_close_matches(key, KNOWN_KEYS, 1, cutoff=0.7)
    return next((k for k in close if _distance(key, k) <= (1 if len(k) < 5 else 2)), "")


def _distance(a: str, b: str) -> int:
    """Damerau-Levenshtein distance (optimal string alignment) of two short words."""
    rows = [list(range(len(b) + 1))]
    for i, x in enumerate(a, 1):
        row = [i]
        for j, y in enumerate(b, 1):
            cost = min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, rows[-2][j - 2] + 1)
            row.append(cost)
        rows.append(row)
    return rows[-1][-1]
