"""The same policy and its neighbours as configuration of nginx and of Caddy."""

from plugins.security.policy import Policy, written

# A frame around our page could make a visitor press what he does not see; only a header forbids it
BY_SERVER_ONLY = {"frame-ancestors": ("'none'",)}
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}
HSTS = "max-age=31536000"
NGINX_HEAD = """# Include inside server {}; again in a location that has an add_header of its own.
"""
CADDY_HEAD = """# Import inside the block of the site: import /path/to/security.caddy
"""
HSTS_NOTE = """# Strict-Transport-Security keeps visitors on https for a year; there is no way back.
# Take the # away when every page has worked by https for a week:
"""


def nginx_headers(policy: Policy) -> str:
    """`add_header` lines of nginx; `always` sends them with error pages, too."""
    lines = [f'add_header {name} "{value}" always;\n' for name, value in _headers(policy).items()]
    hsts = f'# add_header Strict-Transport-Security "{HSTS}" always;\n'
    return NGINX_HEAD + "".join(lines) + HSTS_NOTE + hsts


def caddy_headers(policy: Policy) -> str:
    """A `header` directive of Caddy."""
    lines = [f'\t{name} "{value}"\n' for name, value in _headers(policy).items()]
    note = "".join(f"\t{line}\n" for line in HSTS_NOTE.splitlines())
    hsts = f'\t# Strict-Transport-Security "{HSTS}"\n'
    return f"{CADDY_HEAD}header {{\n{''.join(lines)}{note}{hsts}}}\n"


def _headers(policy: Policy) -> dict[str, str]:
    return {"Content-Security-Policy": written({**policy, **BY_SERVER_ONLY}), **HEADERS}
