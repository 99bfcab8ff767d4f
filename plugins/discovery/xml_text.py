"""Texts and addresses as XML and feeds may hold them."""

import re
from urllib.parse import urlsplit

from plugins.documents.addresses import encoded

# What XML 1.0 has no way to write, not even as &#…;
_UNWRITABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def writable(text: str) -> str:
    """A text without the characters that XML cannot hold."""
    return _UNWRITABLE.sub("", text)


def as_uri(url: str) -> str:
    """A whole address in ASCII: what is not stands in per cent."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    path, query, fragment = (encoded(p, "%?") for p in (parts.path, parts.query, parts.fragment))
    return parts._replace(path=path, query=query, fragment=fragment).geturl()
