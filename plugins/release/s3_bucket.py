"""Requests to one bucket: listing, reading, writing, many at a time."""

from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import FIRST_EXCEPTION, ThreadPoolExecutor, wait
from dataclasses import dataclass
from typing import Any, TypeVar

from botocore.exceptions import ClientError

from plugins.release.headers import Headers
from plugins.release.s3_client import S3Settings
from plugins.release.s3_failures import code_of, status_of
from plugins.release.targets import digest_of

_OWN = Headers("application/json", "no-store")
_ABSENT = frozenset({"NoSuchKey", "404"})
# How storages say that a condition does not hold: the object is there, or is another one
_CONDITION_FAILED = (404, 409, 412)
# How they say that they know no conditions
_UNKNOWN = "NotImplemented"
T = TypeVar("T")
R = TypeVar("R")


@dataclass(frozen=True)
class Bucket:
    """A bucket by its client; paths are those below the prefix. Raises what botocore raises."""

    settings: S3Settings
    client: Any

    def listing(self) -> Iterator[tuple[str, str]]:
        """Path and ETag of each object, a thousand of them a request."""
        folder = self.settings.folder
        pages = self.client.get_paginator("list_objects_v2")
        for page in pages.paginate(Bucket=self.settings.bucket, Prefix=folder):
            for item in page.get("Contents", ()):
                yield item["Key"].removeprefix(folder), item["ETag"].strip('"')

    def read(self, path: str) -> tuple[bytes | None, str]:
        """An object and its ETag; None where there is none."""
        try:
            answer = self.client.get_object(**self._object(path))
        except ClientError as error:
            if error.response.get("Error", {}).get("Code") in _ABSENT:
                return None, ""
            raise
        return answer["Body"].read(), str(answer["ETag"]).strip('"')

    def put(
        self, path: str, data: bytes, headers: Headers = _OWN, condition: Mapping[str, str] = {}
    ) -> str:
        """Put an object whose bytes the storage compares with their MD5; gives its ETag."""
        asked = {**self._object(path), "Body": data, "ContentMD5": _md5(data), **condition}
        asked |= {"ContentType": headers.content_type, "CacheControl": headers.cache_control}
        if headers.content_encoding:
            asked["ContentEncoding"] = headers.content_encoding
        return str(self.client.put_object(**asked)["ETag"]).strip('"')

    def put_if(self, path: str, data: bytes, former: str) -> str | None:
        """Put an object in the place of one with this ETag, or of none; None where that fails.

        A request that was sent twice may have held the first time. A storage that knows no
        conditions is asked first what is there.
        """
        condition = {"IfMatch": former} if former else {"IfNoneMatch": "*"}
        try:
            return self.put(path, data, condition=condition)
        except ClientError as error:
            knows = code_of(error) != _UNKNOWN
            if knows and (status_of(error) not in _CONDITION_FAILED or _is_no_bucket(error)):
                raise
        there, tag = self.read(path)
        if there == data:
            return tag
        return self.put(path, data) if not knows and tag == former else None

    def take_away(self, path: str) -> None:
        """Delete an object; one that is not there is no error."""
        self.client.delete_object(**self._object(path))

    def each(self, work: Callable[[T], R], items: Iterable[T]) -> list[R]:
        """Do it for all of them, many at a time; what fails first ends the rest."""
        pool = ThreadPoolExecutor(self.settings.threads)
        try:
            running = [pool.submit(work, item) for item in items]
            done, _rest = wait(running, return_when=FIRST_EXCEPTION)
            failures = (failure for one in done if (failure := one.exception()))
            if failure := next(failures, None):
                raise failure
            return [one.result() for one in running]
        finally:
            pool.shutdown(cancel_futures=True)

    def _object(self, path: str) -> Mapping[str, Any]:
        return {"Bucket": self.settings.bucket, "Key": self.settings.folder + path}


def _is_no_bucket(error: ClientError) -> bool:
    return code_of(error) == "NoSuchBucket"


def _md5(data: bytes) -> str:
    return b64encode(bytes.fromhex(digest_of(data))).decode()
