"""Old addresses: a page for servers that know no redirects, a map for nginx."""

from collections.abc import Iterable
from urllib.parse import unquote

from plugins.documents.addresses import Redirect

NGINX_HEAD = """# Include inside http {}; then, inside server {}:
#   if ($redirected_to) { return 301 $redirected_to; }
map_hash_bucket_size 512;
map $uri $redirected_to {
"""


def nginx_map(redirects: Iterable[Redirect]) -> str:
    """An nginx `map` from old to new addresses; nginx compares decoded paths."""
    lines = [f'    "{unquote(r.old)}" "{r.new}";\n' for r in redirects]
    return NGINX_HEAD + "".join(lines) + "}\n"
