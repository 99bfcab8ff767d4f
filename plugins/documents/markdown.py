"""How Markdown is read: its extensions, and code as a plain `pre`."""

from typing import Any

from markupsafe import escape

from plugins.language.slugs import slug_of


def code_block(source: str, language: str, *_: Any, **__: Any) -> str:
    """A fenced block as HTML; line marks and titles of foreign fences are left out."""
    kind = f' class="language-{escape(language)}"' if language else ""
    return f'<pre class="highlight"><code{kind}>{escape(source)}</code></pre>'


def any_fence(*_: Any) -> bool:
    """Superfences asks whether a fence is one of ours: all are."""
    return True


def heading_id(text: str, _separator: str) -> str:
    """The id of a heading, made as slugs are."""
    return slug_of(text) or "section"


def markdown() -> dict[str, Any]:
    """The setting MARKDOWN, new each time: Pelican writes into it."""
    fence = {"name": "*", "class": "", "format": code_block, "validator": any_fence}
    return {
        "extension_configs": {
            "pymdownx.extra": {},
            "pymdownx.superfences": {"relaxed_headers": True, "custom_fences": [fence]},
            "pymdownx.highlight": {"use_pygments": False},
            "markdown.extensions.sane_lists": {},
            "markdown.extensions.toc": {"slugify": heading_id},
        },
        "output_format": "html5",
    }
