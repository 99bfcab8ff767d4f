"""Code in Markdown: a plain `pre`, whatever other programs want to know of its lines."""

from typing import Any

from markupsafe import escape


def code_block(source: str, language: str, *_: Any, **__: Any) -> str:
    """A fenced block as HTML; line marks and titles of foreign fences are left out."""
    kind = f' class="language-{escape(language)}"' if language else ""
    return f'<pre class="highlight"><code{kind}>{escape(source)}</code></pre>'


def any_fence(*_: Any) -> bool:
    """Superfences asks whether a fence is one of ours: all are."""
    return True
