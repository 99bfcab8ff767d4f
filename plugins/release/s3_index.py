"""What we have put into a bucket: kept there in one object, so that a listing tells the rest.

A listing tells the ETag of each object: the MD5 of its bytes as they are stored, packed or not.
The index tells which ETag belongs to which file of the site. It is written before the files are
put: if a run dies meanwhile, the next listing shows which of them have arrived.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import astuple, dataclass
from typing import Any

from plugins.release.headers import Compression, headers_of
from plugins.release.targets import digest_of

INDEX = ".vitrina-release-files.json"
_VERSION = 1


@dataclass(frozen=True)
class Stored:
    """A file as it was put: its digest and size unpacked, its ETag, and which headers it got.

    `former` is the ETag of what it took the place of: that one was ours, too.
    """

    digest: str
    size: int
    etag: str
    mark: str
    former: str = ""


Index = Mapping[str, Stored]


@dataclass(frozen=True)
class Found:
    """What a bucket holds: files of the site with their digests, and what others have put there."""

    ours: Mapping[str, str]
    foreign: tuple[str, ...]


def found(listing: Mapping[str, str], index: Index, compression: Compression) -> Found:
    """What stands in a bucket, by path to ETag.

    The digest of a file that has not arrived, or has other headers by now, is empty: it is ours
    to remove, and to put again.
    """
    ours, foreign = {}, []
    for path, etag in listing.items():
        stored = index.get(path)
        if stored is None or etag not in (stored.etag, stored.former):
            foreign.append(path)
        else:
            mark = mark_of(path, stored.size, compression)
            is_known = etag == stored.etag and mark == stored.mark
            ours[path] = stored.digest if is_known else ""
    return Found(ours, tuple(sorted(foreign)))


def mark_of(path: str, size: int, compression: Compression) -> str:
    """A short sign of the headers of a file: other headers, another sign."""
    said = "\n".join(astuple(headers_of(path, size, compression)))
    return digest_of(said.encode())[:8]


def written(index: Index) -> bytes:
    """The index as its object keeps it."""
    files = {path: astuple(stored) for path, stored in index.items()}
    said = {"version": _VERSION, "files": files}
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()


def read(data: bytes) -> dict[str, Stored] | None:
    """The index that an object keeps; None where it is broken or of another version."""
    try:
        said = json.loads(data)
    except ValueError:
        return None
    match said:
        case {"version": 1, "files": dict(files)}:
            entries = {path: _stored(entry) for path, entry in files.items()}
            known = {path: entry for path, entry in entries.items() if entry}
            return known if len(known) == len(entries) else None
    return None


def _stored(entry: Any) -> Stored | None:
    match entry:
        case [str(digest), int(size), str(etag), str(mark), str(former)]:
            return Stored(digest, size, etag, mark, former)
    return None


def planned(index: Index, new: Iterable[tuple[str, Stored]]) -> dict[str, Stored]:
    """The index when these files are about to be put."""
    after = dict(index)
    for path, stored in new:
        before = index.get(path)
        former = before.etag if before and before.etag != stored.etag else stored.former
        after[path] = Stored(stored.digest, stored.size, stored.etag, stored.mark, former)
    return after
