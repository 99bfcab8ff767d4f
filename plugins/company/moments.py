"""Days and times of day in data files: written in one way, never as a bare number."""

import re
from datetime import date, time
from typing import Annotated, Any

from pydantic import BeforeValidator

from plugins.data_errors import EXPECTED, must_be
from plugins.language.messages import Message


def _written(pattern: str, what: Message) -> BeforeValidator:
    """A rule for the text before it is converted: pydantic would read `86400` as a date."""

    def found(value: Any) -> Any:
        if isinstance(value, str) and not re.fullmatch(pattern, value.strip(), re.ASCII):
            raise must_be(what)
        return value

    return BeforeValidator(found)


Date = Annotated[date, _written(r"\d{4}-\d\d-\d\d", EXPECTED["date_parsing"])]
TimeOfDay = Annotated[time, _written(r"\d\d:\d\d(:\d\d)?", EXPECTED["time_parsing"])]
