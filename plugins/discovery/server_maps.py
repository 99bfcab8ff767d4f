"""Redirects, removed pages and error pages as configuration of nginx and of Caddy."""

from collections.abc import Iterable, Sequence

from plugins.discovery.redirects import Move
from plugins.documents.addresses import prefix

# The least that nginx takes for keys of any usual length, in bytes
BUCKET = 512
NGINX_HTTP = """# Include inside http {}. What goes inside server {} is in pages.nginx.conf.
# Needs nginx 1.11.7 or newer: «volatile», or the page of an error would be gone as well.
"""
NGINX_SERVER = """# Include inside server {}; redirects.nginx.conf goes inside http {}.
if ($gone) { return 410; }
if ($redirected_to) { return 301 $redirected_to$is_args$args; }
error_page 404 410 $error_page_of;
"""
CADDY_HEAD = """# Import inside the block of the site: import /path/to/redirects.caddy
"""
CADDY_MOVED = """@gone vars {redirected_to} gone
error @gone 410
@moved vars_regexp {redirected_to} ^/
route @moved {
\t@asked expression `{query} != ""`
\tredir @asked {redirected_to}?{query} 301
\tredir {redirected_to} 301
}
"""


def nginx_map(moves: Iterable[Move], languages: Sequence[str]) -> str:
    """Maps from old to new addresses, of what is gone, and of error pages; nginx decodes paths."""
    moves = tuple(moves)
    exact = _where_capitals_matter(moves)
    longest = max((len(move.old.encode()) for move in moves), default=0)
    moved = [f"    {_nginx_key(m.old, exact)} {_quoted(m.new)};\n" for m in moves if m.new]
    gone = [f"    {_nginx_key(m.old, exact)} 1;\n" for m in moves if not m.new]
    pages = [f"    ~^/{lang}/ {_error_page(lang, languages)};\n" for lang in languages[1:]]
    return "".join(
        (
            NGINX_HTTP,
            f"map_hash_bucket_size {_bucket(longest)};\n",
            *("map $uri $redirected_to {\n", *moved, "}\n"),
            *("map $uri $gone {\n    volatile;\n", *gone, "}\n"),
            *("map $uri $error_page_of {\n    default /404.html;\n", *pages, "}\n"),
        )
    )


def nginx_server(languages: Sequence[str]) -> str:
    """What a server of nginx does by these maps; nobody gets an error page for a page."""
    pages = (_error_page(lang, languages) for lang in languages)
    return NGINX_SERVER + "".join(f"location = {page} {{ internal; }}\n" for page in pages)


def caddy_site(moves: Iterable[Move], languages: Sequence[str]) -> str:
    """The same for Caddy, in one file."""
    lines = [f"\t{_quoted(m.old)} {_quoted(m.new or 'gone')}\n" for m in moves]
    table = ("map {path} {redirected_to} {\n", *lines, '\tdefault ""\n', "}\n")
    pages = " ".join(_error_page(lang, languages) for lang in languages)
    hidden = f"@error_page path {pages}\nerror @error_page 404\n"
    return "".join((CADDY_HEAD, *table, CADDY_MOVED, hidden, *_caddy_errors(languages)))


def _caddy_errors(languages: Sequence[str]) -> list[str]:
    lines = ["handle_errors {\n"]
    for lang in languages[1:]:
        lines.append(f"\t@{lang} path /{lang}/*\n")
        lines.append(f"\trewrite @{lang} {_error_page(lang, languages)}\n")
    others = " ".join(f"/{lang}/*" for lang in languages[1:])
    lines.append(f"\t@others not path {others}\n" if others else "")
    lines.append(f"\trewrite {'@others ' if others else ''}/404.html\n")
    return [*lines, "\tfile_server\n", "}\n"]


def _error_page(lang: str, languages: Sequence[str]) -> str:
    return f"/{prefix(lang, tuple(languages))}404.html"


def _quoted(text: str) -> str:
    """A word of either configuration; there are neither backslashes nor line ends in paths."""
    return '"' + text.replace('"', '\\"') + '"'


def _nginx_key(old: str, exact: frozenset[bytes]) -> str:
    """Strings of a map are compared without regard to case: where it matters, an expression."""
    if _lower(old) not in exact:
        return _quoted(old)
    letters = (
        letter if letter.isalnum() or letter in "/_-~" else f"\\x{{{ord(letter):x}}}"
        for letter in old
    )
    return _quoted(f"~^{''.join(letters)}$")


def _where_capitals_matter(moves: Iterable[Move]) -> frozenset[bytes]:
    paths = (path for move in moves for path in move if path)
    return frozenset(_lower(path) for path in paths if _lower(path) != path.encode())


def _lower(path: str) -> bytes:
    """As nginx does it: A to Z only."""
    return path.encode().lower()


def _bucket(longest: int) -> int:
    """A power of two that holds the longest key with what nginx puts beside it."""
    return max(BUCKET, 1 << (longest + 32).bit_length())
