"""Everything that the report knows as JSON, for programs."""

import json
from collections.abc import Iterable, Iterator

from plugins.internal_links.links import Mention
from plugins.reports.links.field import state_of
from plugins.reports.links.part import Part

VERSION = 1
EDGE = ("source", "target", "anchor", "made", "clicks")
Record = dict[str, object]


def as_json(parts: Iterable[Part]) -> str:
    """One object: `version`, `edge_fields` and `languages`.

    A language has `lang`, `menu` (documents that every page leads to), and the lists `documents`,
    `edges` (in the order of `edge_fields`, without menus), `links`, `refused` and `suggestions`,
    a record a line. Documents are called by their path below content/.
    """
    head = json.dumps({"version": VERSION, "edge_fields": EDGE})
    languages = ",\n".join(_language(part) for part in parts)
    return f'{head[:-1]}, "languages": [\n{languages}\n]}}\n'


def _language(part: Part) -> str:
    edges = part.graph.edges
    menu = sorted({edge.target.source for edge in edges if edge.made == "menu"})
    lists: dict[str, Iterable[object]] = {
        "documents": _documents(part),
        "edges": (
            [e.source.source, e.target.source, e.anchor, e.made, e.clicks]
            for e in edges
            if e.made != "menu"
        ),
        "links": (_mention(m) for found in part.linked.values() for m in found),
        "refused": (
            _mention(one.mention) | {"rule": one.rule}
            for found in part.refused.values()
            for one in found
        ),
        "suggestions": _suggestions(part),
    }
    head = _dumped({"lang": part.lang, "menu": menu})[:-1]
    rows = (
        f'"{name}": [\n' + ",\n".join(_dumped(record) for record in records) + "\n]"
        for name, records in lists.items()
    )
    return f"{head}, {', '.join(rows)}}}"


def _documents(part: Part) -> Iterator[Record]:
    graph = part.graph
    for document in graph.documents:
        source = document.source
        yield {
            "document": source,
            "title": document.title,
            "section": part.sections[part.section[source]].name,
            "state": state_of(document, part),
            "depth": graph.depth.get(source),
            "rank": round(graph.rank[source], 8),
            "read_from": [other.source for other in graph.read_from[source]],
            "leads_to": [other.source for other in graph.leads_to[source]],
            "anchors": dict(graph.anchors[source]),
        }


def _mention(mention: Mention) -> Record:
    return {
        "document": mention.document.source,
        "phrase": mention.phrase.phrase,
        "target": mention.target.source if mention.target else None,
        "start": mention.start,
        "end": mention.end,
        "words": mention.form,
        "sentence": mention.sentence,
        "paragraph": mention.paragraph,
    }


def _suggestions(part: Part) -> Iterator[Record]:
    for one in part.suggested:
        yield {
            "document": one.document.source,
            "line": one.line,
            "target": one.target.source,
            "sentence": one.sentence,
            "words": one.words,
            "link": one.markdown,
            "rule": one.rule,
        }


def _dumped(record: object) -> str:
    return json.dumps(record, ensure_ascii=False)
