"""A text that links to a document in every way a text can, and the same without its links."""

from collections.abc import Iterable

from tests.release.embargo import Secret

HEAD = "Title: {title}\nSlug: {slug}\nModified: 2026-11-20\nDescription: Чайник и его друзья.\n\n"
ADDRESS = "https://kettles.example"


def carrier(lang: str, secrets: Iterable[Secret], *, linked: bool, address: str = ADDRESS) -> str:
    """A page in a language; without links it is what visitors should get meanwhile."""
    parts = [HEAD.format(title=f"Carrier {lang}", slug=f"carrier-{lang}")]
    parts += [_linked(secret, number, linked, address) for number, secret in enumerate(secrets)]
    return "".join(parts)


def _linked(secret: Secret, number: int, linked: bool, address: str) -> str:
    named = f"{{filename}}/{secret.source}"
    there = f"{address}/{secret.path}"
    ways = [
        _markdown("о грядущем", f'({named} "{secret.roots[0]}")', linked),
        _markdown("о **важном** и `коде`", f"({named}#{secret.roots[1]})", linked),
        _markdown("по сноске", f"[to{number}]", linked),
        _markdown("по адресу", f"(/{secret.path})", linked),
        _markdown("без черты", f"(/{secret.path.rstrip('/')})", linked),
        _markdown("с файлом", f"(/{secret.path}index.html?from=a#b)", linked),
        _markdown("по полному адресу", f"({there})", linked),
        _markdown("по адресу с WWW", f"({there.replace('https://', 'http://www.')})", linked),
        _html("в разметке", f'href="{named}" title="{secret.roots[0]}"', linked),
        _html("прописными", f"HREF='{named}'", linked, "A"),
        _html("без кавычек", f"href=/{secret.path}", linked),
    ]
    row = f"| Да | {_markdown('в таблице', f'({named})', linked)} |"
    return (
        "".join(f"Абзац {way}.\n\n" for way in ways)
        + f"- {_markdown('в списке', f'({named})', linked)}\n- просто так\n\n"
        + f"1. {_markdown('по счёту', f'(/{secret.path})', linked)}\n\n"
        + f"> {_markdown('в цитате', f'({named})', linked)}\n\n"
        + f"| Есть | Где |\n|---|---|\n{row}\n\n"
        + f"<figure><blockquote{_cited(named, linked)}>Слова</blockquote></figure>\n\n"
        + f"Конец{f' <{there}>' if linked else ' '}.\n\n"
        + (f'[to{number}]: {named} "{secret.roots[0]}"\n\n' if linked else "")
    )


def _markdown(text: str, target: str, linked: bool) -> str:
    return f"[{text}]{target}" if linked else text


def _html(text: str, attributes: str, linked: bool, name: str = "a") -> str:
    return f"<{name} {attributes}>{text}</{name}>" if linked else text


def _cited(source: str, linked: bool) -> str:
    return f' cite="{source}"' if linked else ""
