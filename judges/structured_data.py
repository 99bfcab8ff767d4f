"""JSON-LD as types of TypeScript, and by the rules of rich results."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from schema_org import registry

from judges.defect import HERE, MODULES, Defect, answer_of
from judges.json_ld import scripts_of

STRICT = (
    "--noEmit --strict --skipLibCheck --module esnext --moduleResolution bundler --pretty false"
)
TYPED = 'import type {{ Graph }} from "schema-dts";\nexport const page: Graph = {};\n'
TYPE = re.compile(r'"@type"\s*:\s*"(\w+)"')
ERROR = re.compile(r"(\d+)\.ts\((\d+),\d+\): error (TS\d+: .*)")
# What the validator would like to read and no page can tell: nothing of it stands in the data, and
# ratings and reviews that nobody gave are the last thing to be invented. README.md says why, too.
_WISHES = (
    "aggregateRating review audience color gtin gtin8 gtin12 gtin13 gtin14 hasCertification "
    "inProductGroupWithID isbn isVariantOf material mpn pattern size subjectOf"
)
NOT_IN_DATA = frozenset(_WISHES.split())


def schema_dts(pages: Sequence[Path]) -> list[Defect]:
    """Pages in, defects out: one page of each kind as a typed literal, one program for all."""
    chosen = one_of_each_kind({page: scripts_of(page.read_text("utf-8")) for page in pages})
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "node_modules").symlink_to(MODULES)
        for number, text in enumerate(chosen.values()):
            (folder / f"{number}.ts").write_text(TYPED.format(text), "utf-8")
        files = [f"{number}.ts" for number in range(len(chosen))]
        command = [str(MODULES / ".bin/tsc"), *STRICT.split(), "--types", "", *files]
        asked = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    defects = list(read_tsc(asked.stdout, list(chosen)))
    if asked.returncode and not defects:
        raise SystemExit(f"tsc: {asked.stdout.strip() or asked.stderr.strip()}")
    return defects


def one_of_each_kind(scripts: Mapping[Path, Sequence[str]]) -> dict[Path, str]:
    """Pages with their scripts in; the first page of each set of types, and its script, out."""
    chosen: dict[frozenset[str], tuple[Path, str]] = {}
    for page, texts in scripts.items():
        for text in texts:
            chosen.setdefault(frozenset(TYPE.findall(text)), (page, text))
    return dict(chosen.values())


def read_tsc(said: str, pages: Sequence[Path]) -> Iterator[Defect]:
    """What tsc says in, defects out; the lines that explain an error are left out."""
    for number, _, message in ERROR.findall(said):
        yield Defect(pages[int(number)], 0, "schema-dts", message)


def rich_results(pages: Sequence[Path]) -> list[Defect]:
    """Pages in, defects out: errors and warnings of Adobe's validator, JSON-LD and microdata."""
    with TemporaryDirectory() as folder:
        file = Path(folder, "vocabulary.jsonld")
        file.write_text(json.dumps(vocabulary()), "utf-8")
        answer = answer_of(["node", str(HERE / "rich_results.mjs"), str(file)], pages)
    return list(read_rich_results(answer))


def vocabulary() -> dict[str, Any]:
    """Types and properties of schema.org as its own file of release 30 tells them."""
    kinds = [
        {
            "@id": f"schema:{name}",
            "@type": "rdfs:Class",
            "rdfs:subClassOf": [{"@id": f"schema:{parent}"} for parent in known.parents],
        }
        for name, known in registry.CLASS_METADATA.items()
    ]
    properties = [
        {
            "@id": f"schema:{name}",
            "@type": "rdf:Property",
            "schema:domainIncludes": [{"@id": f"schema:{kind}"} for kind in known.domains],
        }
        for name, known in registry.PROPERTY_BY_SCHEMA.items()
    ]
    return {"@graph": [*kinds, *properties]}


def read_rich_results(answer: Any) -> Iterator[Defect]:
    """The JSON of rich_results.mjs in, defects out; wishes for what no data hold are left out."""
    for issue in answer:
        names = {name.rpartition(".")[2] for name in issue["fieldNames"]}
        if issue["severity"] == "WARNING" and names and names <= NOT_IN_DATA:
            continue
        text = f"{issue['format']}, {issue['type']}: {issue['message']}"
        yield Defect(Path(issue["page"]), 0, "rich results", text)
