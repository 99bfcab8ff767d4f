"""Networks for tests of checks."""

from plugins.company import Networks

WHY = {"ru": "потому", "en": "because"}
NOTE = {"ru": "запрещена в России", "en": "banned in Russia"}
NETWORKS = Networks.model_validate(
    {
        "checked": "2026-11-22",
        "owners": [
            {
                "key": "meta",
                "link": "forbidden",
                "why": WHY,
                "note": NOTE,
                "names": ["Instagram", "Инстаграм"],
                "hosts": ["instagram.com", "facebook.com"],
            },
            {"key": "whatsapp", "link": "doubtful", "why": WHY, "hosts": ["wa.me"]},
        ],
    }
)
