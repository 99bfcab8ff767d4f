"""`plan.json`: the plan for programs."""

import json
from collections.abc import Iterable

from plugins.documents import Document
from plugins.schedule.agenda import Entry
from plugins.schedule.claims import Clash
from plugins.schedule.filling import Filled
from plugins.schedule.gaps import Gap
from plugins.schedule.plan import Plan, Task, Timed

VERSION = 1
Record = dict[str, object]


DOCUMENTS = ("published", "coming", "unplaced", "held", "other", "missed", "slipped")
UNFINISHED = ("ideas", "drafts", "expired")
TIMED = ("deadlines", "reviews", "expiring")


def as_json(plan: Plan) -> str:
    """One object; documents are called by their path below content/, moments are ISO 8601."""
    data: Record = {
        "version": VERSION,
        "now": plan.site.now.isoformat(),
        "until": plan.until.isoformat(),
        "agenda": [_entry(entry) for entry in plan.agenda],
        "queue": [_filled(filled) for filled in plan.queue],
        "gaps": [_gap(gap) for gap in plan.gaps],
        "clashes": [_clash(clash) for clash in plan.clashes],
        **{name: _sources(getattr(plan, name)) for name in (*DOCUMENTS, *UNFINISHED)},
        **{name: _timed(getattr(plan, name)) for name in TIMED},
        "to_write": [_task(task) for task in plan.to_write],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _filled(filled: Filled) -> Record:
    return {"document": filled.document.source, "moment": filled.moment.isoformat()}


def _gap(gap: Gap) -> Record:
    last = gap.last.isoformat() if gap.last else None
    return {"key": gap.key, "lang": gap.lang, "first": gap.first.isoformat(), "last": last}


def _clash(clash: Clash) -> Record:
    return {
        "document": clash.document.source,
        "other": clash.other.source,
        "moment": clash.slot.moment.isoformat(),
    }


def _sources(documents: Iterable[Document]) -> list[str]:
    return [document.source for document in documents]


def _timed(found: Iterable[Timed]) -> list[Record]:
    return [{"document": one.document.source, "days": one.days} for one in found]


def _entry(entry: Entry) -> Record:
    return {
        "moment": entry.moment.isoformat(),
        "state": str(entry.state),
        "lang": entry.lang,
        "document": entry.document.source if entry.document else None,
        "slot": entry.slot.key if entry.slot else None,
    }


def _task(task: Task) -> Record:
    brief = task.brief
    return {
        "lang": task.lang,
        "phrase": brief.group.head.phrase,
        "frequency": brief.group.frequency,
        "forms": list(brief.forms),
        "questions": list(brief.questions),
        "link_from": [evidence.document for evidence in brief.link_from],
        "link_to": [evidence.document for evidence in brief.link_to],
    }
