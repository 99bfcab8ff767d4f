"""Right records of each kind as YAML would give them, changed as a test needs."""

from collections.abc import Mapping
from typing import Any

import yaml

from plugins.data_files import Record, read_yaml

Values = dict[str, Any]
TEXT = {"ru": "текст", "en": "text"}
LEGAL: Values = {"kind": "legal", "postcode": "100000", "text": TEXT}
PHONE: Values = {"number": "+74950000010", "label": TEXT}
ACCOUNT: Values = {
    "bank": TEXT,
    "bik": "040000999",
    "correspondent": "30101810500000000999",
    "number": "40702810600000000001",
}
COMPANY: Values = {
    "site": "https://example.com",
    "brand": TEXT,
    "tagline": TEXT,
    "legal_name": TEXT,
    "short_name": TEXT,
    "jurisdiction": "RU",
    "inn": "7700000009",
    "ogrn": "1217700000000",
    "founded": "2021-03-15",
    "checked": "2026-11-14",
    "addresses": [LEGAL],
    "phones": [PHONE],
    "email": "info@example.com",
    "hours": {"days": ["mon", "fri"], "opens": "09:00", "closes": "18:00"},
}
GROUP: Values = {"key": "kitchen", "name": TEXT}
PRODUCT: Values = {
    "sku": "PV-1",
    "group": "kitchen",
    "price": "12500.00",
    "unit": TEXT,
    "availability": "in-stock",
    "tnved": "8419818000",
    "checked": "2026-11-14",
}
ROUTE: Values = {
    "mode": "rail",
    "name": TEXT,
    "origin": TEXT,
    "destination": TEXT,
    "days_from": "20",
    "days_to": "25",
    "cost": TEXT,
    "tracking": TEXT,
    "suits": TEXT,
}
ANSWER: Values = {
    "doubt": "pay",
    "question": TEXT,
    "statement": TEXT,
    "evidence": TEXT,
    "checked": "2026-11-14",
    "page": "pages/payment.md",
}
NODE: Values = {"key": "packed", "name": TEXT, "happens": TEXT, "if_late": TEXT}
CARRIER: Values = {
    "key": "post",
    "name": TEXT,
    "url": "https://post.example/track?id={number}",
    "pattern": "[0-9]{4}",
    "example": "1234",
    "looks": TEXT,
    "checked": "2026-11-14",
}
WAY: Values = {
    "key": "sbp",
    "name": TEXT,
    "who": ["person"],
    "least": "1",
    "most": "700000",
    "limit": TEXT,
    "arrives": TEXT,
    "how": TEXT,
    "evidence": TEXT,
    "checked": "2026-11-14",
}
RETURNS: Values = {
    "checked": "2026-11-14",
    "evidence": TEXT,
    "return_days": "7",
    "refund_days": "10",
    "warranty_months": "12",
    "situations": [{"name": TEXT, "until": TEXT, "get": TEXT, "way_back": TEXT}],
}
MILESTONE: Values = {
    "key": "request",
    "name": TEXT,
    "happens": TEXT,
    "lasts": TEXT,
    "deliverable": TEXT,
    "accepted_when": [TEXT],
    "accepts": TEXT,
}


def said(record: type[Record], values: Mapping[str, Any]) -> list[str]:
    """What is said of a data file with these values, without its name and lines."""
    data = yaml.safe_dump(dict(values), allow_unicode=True).encode()
    problems = read_yaml(record, "f", data)[1]
    return [p.in_language("en").split(" ", 1)[1] for p in problems]
