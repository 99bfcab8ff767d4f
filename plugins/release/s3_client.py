"""The way to a storage: its settings, and a client with keys from the environment."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import boto3
from botocore.config import Config

from plugins.language.messages import message
from plugins.language.problems import NOTHING, Problem, ProblemsFound, expected
from plugins.release.headers import Compression

YANDEX = "https://storage.yandexcloud.net"


@dataclass(frozen=True)
class S3Settings:
    """A bucket, and where in it the site stands.

    Packed with gzip: a storage gives each visitor the bytes that it was given, and every browser
    and search engine unpacks gzip, while brotli is unknown to some programs and to all of them
    over plain http. Where a CDN packs by itself, `Compression.NONE` is as good. `patience`:
    seconds without an answer; `attempts`: how often a request is tried.
    """

    bucket: str
    prefix: str = ""
    endpoint: str = YANDEX
    region: str = "ru-central1"
    compression: Compression = Compression.GZIP
    threads: int = 16
    patience: float = 30.0
    attempts: int = 5

    @property
    def folder(self) -> str:
        """What keys begin with: `` or `site/`."""
        inside = self.prefix.strip("/")
        return f"{inside}/" if inside else ""

    @property
    def name(self) -> str:
        """The place as S3 programs write it."""
        return f"s3://{self.bucket}/{self.folder}"


def client_of(settings: S3Settings, environ: Mapping[str, str] = os.environ) -> Any:
    """A client of the storage; raises ProblemsFound without keys or a bucket.

    Keys are taken from the environment and nowhere else: no file of this machine may decide where
    a site is published. Checksums that only Amazon knows are left out: other storages refuse them.
    """
    key, secret = environ.get("AWS_ACCESS_KEY_ID"), environ.get("AWS_SECRET_ACCESS_KEY")
    if not settings.bucket:
        wanted = message("the name of a bucket")
        raise ProblemsFound([Problem("publishconf.py", 0, "S3", expected(wanted, NOTHING))])
    if not key or not secret:
        raise ProblemsFound(
            list(_missing({"AWS_ACCESS_KEY_ID": key, "AWS_SECRET_ACCESS_KEY": secret}))
        )
    return boto3.session.Session(key, secret, region_name=settings.region).client(
        "s3", endpoint_url=settings.endpoint, config=_config(settings)
    )


def _config(settings: S3Settings) -> Config:
    return Config(
        connect_timeout=settings.patience,
        read_timeout=settings.patience,
        retries={"mode": "standard", "total_max_attempts": settings.attempts},
        max_pool_connections=settings.threads,
        request_checksum_calculation="when_required",
        response_checksum_validation="when_required",
        s3={"addressing_style": "path"},
        user_agent_extra="Vitrina",
    )


def _missing(keys: Mapping[str, str | None]) -> list[Problem]:
    """A problem for each key that is not there."""
    advice = message(
        "make a static access key of a service account and set it where releases run; never write "
        "it into a file of the project"
    )
    wanted = message("the access key of the storage in the environment")
    return [
        Problem(name, 0, "", expected(wanted, NOTHING, advice))
        for name, value in keys.items()
        if not value
    ]
