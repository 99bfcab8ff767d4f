"""Addresses out of titles: Russian by the scheme of Yandex Maps, then python-slugify."""

import re

import iuliia
from slugify import slugify

VOWELS_AFTER_SOFT_SIGN = {"е": "ye", "и": "yi", "о": "yo"}
_SOFT_SIGN_AND_VOWEL = re.compile("ь([еио])", re.IGNORECASE)
_DECIMAL_COMMA = re.compile(r"(?<=\d),(?=\d)")


def slug_of(text: str) -> str:
    """A lower-case ASCII slug; empty where the text has no letter or digit.

    Transliteration: https://iuliia.ru/yandex-maps/. The scheme leaves the soft sign before
    a vowel mute («варенье» would be «varene»), so ь with е, и, о is written ye, yi, yo.
    A decimal comma becomes a hyphen: 1,5 kW and 15 kW are different things.
    """
    softened = _SOFT_SIGN_AND_VOWEL.sub(
        lambda found: VOWELS_AFTER_SOFT_SIGN[found[1].lower()], text
    )
    return slugify(iuliia.YANDEX_MAPS.translate(_DECIMAL_COMMA.sub("-", softened)))
