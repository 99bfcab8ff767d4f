"""The digest as Markdown and as an e-mail that a program sends or a person opens and sends on."""

import re
from collections.abc import Iterator
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from hashlib import sha256

from plugins.language.numbers import NO_BREAK
from plugins.reports.page import rendered
from plugins.reports.plan.digest import Digest, Item
from plugins.reports.plan.owner import Owner
from plugins.reports.plan.wording import Wording

_MARKUP = re.compile(r"([\\`*_\[\]<>])")


def as_markdown(digest: Digest) -> str:
    """Headings and lists; what people wrote stays text."""
    lines = [f"# {_escaped(digest.subject)}", "", _escaped(digest.claim)]
    for part in digest.parts:
        lines += ["", f"## {_escaped(part.heading)}", ""]
        lines += [line for item in part.items for line in _markdown(item)]
    return "\n".join(lines) + "\n"


def as_text(digest: Digest) -> str:
    """The same for mail programs that show no HTML."""
    lines = [digest.claim]
    for part in digest.parts:
        lines += ["", part.heading.upper(), ""]
        for item in part.items:
            lines += [f"- {item.text}", *(f"    {more}" for more in item.more)]
            lines += [f"  {item.url}"] if item.url else []
    return "\n".join(lines) + "\n"


def as_letter(digest: Digest, say: Wording, owner: Owner) -> bytes:
    """A message of text and HTML (RFC 5322, MIME): equal bytes for an equal digest.

    `X-Unsent` makes Outlook open the file as a draft, ready to be sent.
    """
    text = as_text(digest)
    html = rendered("plan/letter.html", say.lang, digest=digest)
    mark = sha256(f"{say.plan.site.now.isoformat()}{owner}{html}{text}".encode()).hexdigest()[:32]
    letter = EmailMessage(policy=SMTP)
    letter["From"] = Address(owner.brand.in_language(say.lang), addr_spec=owner.sender)
    letter["To"] = [Address(addr_spec=reader) for reader in owner.readers]
    letter["Subject"] = digest.subject.replace(NO_BREAK, " ")
    letter["Date"] = format_datetime(say.plan.site.now)
    letter["Message-ID"] = f"<plan-{mark}@{owner.host}>"
    letter["Auto-Submitted"] = "auto-generated"
    letter["X-Unsent"] = "1"
    letter.set_content(text)
    letter.add_alternative(html, subtype="html")
    letter["Content-Language"] = say.lang
    letter.set_boundary(f"=_{mark}")
    return letter.as_bytes()


def _markdown(item: Item) -> Iterator[str]:
    yield f"- {_escaped(item.text)}{f' <{item.url}>' if item.url else ''}"
    yield from (f"    - {_escaped(more)}" for more in item.more)


def _escaped(text: str) -> str:
    return _MARKUP.sub(r"\\\1", text)
