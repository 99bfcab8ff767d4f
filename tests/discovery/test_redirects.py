"""Old addresses as nginx reads them."""

import pytest

from plugins.data_files import read_csv
from plugins.discovery.redirects import nginx_map
from plugins.documents.addresses import Redirect

MAP = """# Include inside http {}; then, inside server {}:
#   if ($redirected_to) { return 301 $redirected_to; }
map_hash_bucket_size 512;
map $uri $redirected_to {
    "/old/" "/new/";
    "/старая/" "/new/#place";
}
"""
NONE = """# Include inside http {}; then, inside server {}:
#   if ($redirected_to) { return 301 $redirected_to; }
map_hash_bucket_size 512;
map $uri $redirected_to {
}
"""


def redirects(text: str) -> tuple[tuple[Redirect, ...], list[str]]:
    """The lines of a redirects.csv, and what is said of them."""
    found, problems = read_csv(Redirect, "redirects.csv", f"from,to\n{text}".encode())
    return found, [problem.in_language("en") for problem in problems]


def test_a_map_from_old_to_new_addresses() -> None:
    found, _ = redirects("/old/,/new/\n/b/,/c/\n")

    assert nginx_map(found) == MAP.replace('"/старая/" "/new/#place"', '"/b/" "/c/"')


def test_a_map_of_nothing() -> None:
    assert nginx_map(()) == NONE


@pytest.mark.parametrize(
    "address", ["old/", "/a b/", '/a"/', "/$uri", "/a\\", "https://example.com/", ""]
)
def test_what_would_break_the_map_is_refused(address: str) -> None:
    _, said = redirects(f"/old/,{address}\n" if '"' not in address else '/old/,"/a""/"\n')

    got = f"'{address}'" if address else "nothing"
    assert said == [f"redirects.csv:2: to: expected a path such as /old-page/, got {got}"]
