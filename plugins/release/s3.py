"""A bucket of any S3 storage as a target: Yandex Object Storage and its like."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from plugins.language.messages import message
from plugins.language.problems import Problem, ProblemsFound
from plugins.release.headers import Headers, headers_of, packed
from plugins.release.s3_bucket import Bucket
from plugins.release.s3_client import S3Settings, client_of
from plugins.release.s3_failures import told
from plugins.release.s3_index import INDEX, Stored, found, mark_of, planned, read, written
from plugins.release.targets import LOCK, OURS, RECORD, digest_of

# What waits to be put is kept in memory: this much at most
_MOST_WAITING = 32_000_000
_MEANWHILE = message("another release has published meanwhile; the next run looks again")


@dataclass(frozen=True)
class Parcel:
    """A file on its way: its path, its bytes as they are stored, and what goes with them."""

    path: str
    data: bytes
    headers: Headers
    stored: Stored


class S3:
    """The target. Redirects are pages, as everywhere: not every storage knows another kind.

    `foreign` are the objects that others have put below the prefix, known after `files`: they
    stay where they are, unless the site has a file of that name.
    """

    def __init__(self, settings: S3Settings, bucket: Bucket | None = None) -> None:
        self.foreign: tuple[str, ...] = ()
        self._settings = settings
        self._bucket = bucket or Bucket(settings, client_of(settings))
        self._index: dict[str, Stored] | None = None
        self._written: dict[str, Stored] = {}
        self._waiting: list[tuple[str, bytes, Mapping[str, str]]] = []
        self._weight = 0
        self._leaving: list[str] = []
        self._state_tag: str | None = None

    @property
    def name(self) -> str:
        """The place, as S3 programs write it."""
        return self._settings.name

    def files(self) -> Mapping[str, str]:
        """The files that we have put there, by digest; empty where it is not what we know."""
        self._index = None
        with told(self.name):
            listing = {p: tag for p, tag in self._bucket.listing() if p not in (*OURS, INDEX)}
            there = found(listing, self._known(), self._settings.compression)
        self.foreign = there.foreign
        return there.ours

    def put(self, path: str, data: bytes, headers: Mapping[str, str]) -> None:
        """Send a file by the end of its phase; `headers` go before those of its kind."""
        self._waiting.append((path, data, headers))
        self._weight += len(data)
        if self._weight > _MOST_WAITING:
            self.settle()

    def remove(self, path: str) -> None:
        """Take a file away by the end of its phase; only what we have put."""
        self._leaving.append(path)

    def settle(self) -> None:
        """Send what waits and take away what leaves, many files at a time."""
        with told(self.name):
            known = self._known()
            self._send_all()
            leaving = [path for path in self._leaving if path in known]
            self._bucket.each(self._bucket.take_away, leaving)
        self._index = {p: stored for p, stored in self._known().items() if p not in leaving}
        self._waiting, self._leaving, self._weight = [], [], 0

    def finish(self) -> None:
        """Everything is there: the index says so."""
        self.settle()
        with told(self.name):
            if self._known() != self._written:
                self._write_index()

    def read_state(self) -> bytes | None:
        """What the last run wrote."""
        with told(self.name):
            data, self._state_tag = self._bucket.read(RECORD)
        return data

    def write_state(self, data: bytes) -> None:
        """Keep this, unless another run has written since `read_state`."""
        if self._state_tag is None:
            self.read_state()
        with told(self.name):
            tag = self._bucket.put_if(RECORD, data, self._state_tag or "")
        if tag is None:
            raise ProblemsFound([Problem(self.name, 0, "", _MEANWHILE)])
        self._state_tag = tag

    def lock(self, mine: bytes) -> bytes | None:
        """Take the lock if nobody has it: None. Else what its holder wrote into it."""
        with told(self.name):
            if self._bucket.put_if(LOCK, mine, ""):
                return None
            return self._bucket.read(LOCK)[0] or b""

    def unlock(self) -> None:
        """Give the lock back."""
        with told(self.name):
            self._bucket.take_away(LOCK)

    def _known(self) -> dict[str, Stored]:
        """The index, read once a look; nothing where it is missing or broken: all is put again."""
        if self._index is None:
            data, _tag = self._bucket.read(INDEX)
            self._index = read(data or b"") or {}
            self._written = self._index
        return self._index

    def _send_all(self) -> None:
        """First the index says what is coming, then it comes."""
        parcels = self._bucket.each(self._parcel, self._waiting)
        if not parcels:
            return
        self._index = planned(self._known(), ((each.path, each.stored) for each in parcels))
        self._write_index()
        tags = self._bucket.each(self._send, parcels)
        arrived = zip(parcels, tags, strict=True)
        self._index |= {each.path: replace(self._index[each.path], etag=t) for each, t in arrived}

    def _parcel(self, waiting: tuple[str, bytes, Mapping[str, str]]) -> Parcel:
        path, data, given = waiting
        compression = self._settings.compression
        headers = headers_of(path, len(data), compression)
        body = packed(data, headers.content_encoding)
        mark = mark_of(path, len(data), compression)
        stored = Stored(digest_of(data), len(data), digest_of(body), mark)
        return Parcel(path, body, _with(headers, given), stored)

    def _send(self, parcel: Parcel) -> str:
        return self._bucket.put(parcel.path, parcel.data, parcel.headers)

    def _write_index(self) -> None:
        self._bucket.put(INDEX, written(self._known()))
        self._written = dict(self._known())


def _with(headers: Headers, given: Mapping[str, str]) -> Headers:
    """The headers of a kind of file, changed by those given for this one."""
    said = {name.lower(): value for name, value in given.items()}
    return replace(
        headers,
        content_type=said.get("content-type", headers.content_type),
        cache_control=said.get("cache-control", headers.cache_control),
    )
