"""A Date line is written into a file, and nothing else of its bytes changes."""

import re
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from plugins.documents.front_matter import MOSCOW, date_of, fields_of
from plugins.schedule.date_line import date_value, dated

VALUE = "2027-01-12 10:00"
LINE = f"Date: {VALUE}"
# The line stands where it is put; without it, this is the file as it was
INSERTED = {
    "below the status": "Title: A\nStatus: ready\n|\nSlug: a\n\nText\n",
    "Windows": "Title: A\r\nStatus: ready\r\n|\r\n\r\nТекст\r\n",
    "only some lines of Windows": "Title: A\nStatus: ready\r\n|\r\n\nText",
    "a byte order mark": "\ufeffStatus: ready\n|\nTitle: A\n\nText",
    "between dashes": "---\nTitle: A\nStatus: ready\n|\n---\nText\n",
    "between dashes and dots": "---\r\nStatus: ready\r\n|\r\n...\r\nText",
    "nothing but keys, no last line end": "Title: A\nStatus: ready\n|",
    "a value over two lines": "Title: A\nStatus:\n    ready\n|\nTags: b\n\nText",
    "no status": "Title: A\n    go on\n|\n\nText",
    "a date in the text is text": "Status: ready\n|\n\nDate: 2026-01-01\n",
    "odd signs": "Title: \u2028\x85\x0b\x0c\nStatus: ready\n|\n\n\rText\x00\u2029",
}
# What stood there and what stands there now
FILLED = {
    "an empty date": ("Title: A\nDate:\nStatus: ready\n\nText", "Date:", LINE),
    "spaces and small letters": ("date:  \t\nStatus: ready\n\nText", "date:  \t", f"d{LINE[1:]}"),
    "a byte order mark": ("\ufeffDate:\nTitle: A\n\nText", "Date:", LINE),
    "Windows": ("Date: \r\nStatus: ready\r\n\r\nText", "Date: ", LINE),
    "indented": ("Title: A\n  Date:\nStatus: ready\n\nText", "Date:", LINE),
    "the first of two": ("Date:\nStatus: ready\nDate:\n\nText", "Date:", LINE),
    "nothing but keys": ("Status: ready\nDate:", "Date:", LINE),
}


@pytest.mark.parametrize("name", INSERTED)
def test_a_line_is_put_below_the_status(name: str) -> None:
    marked = INSERTED[name]
    before = re.sub(r"\|\r?\n|\n\|$", "", marked)
    assert dated(before.encode(), VALUE) == marked.replace("|", LINE).encode()


@pytest.mark.parametrize("name", FILLED)
def test_an_empty_line_is_filled(name: str) -> None:
    before, empty, filled = FILLED[name]
    assert dated(before.encode(), VALUE) == before.replace(empty, filled, 1).encode()


@pytest.mark.parametrize(
    "data",
    [
        b"Title: A\nDate: 2026-01-01\nStatus: ready\n\nText",
        b"Title: A\nDate: soon\n\nText",
        b"Title: A\nDate:\nDate: 2026-01-01\n\nText",
        b"Title: A\nDate:\n    2026-01-01\n\nText",
        b"no keys at all",
        b"",
        "Title: Печь\nStatus: ready\n".encode("cp1251"),
    ],
)
def test_files_that_are_not_touched(data: bytes) -> None:
    assert dated(data, VALUE) is None


SIGNS = st.characters(exclude_categories=["Cs"], exclude_characters="\n")
TEXT = st.text(SIGNS, max_size=12)
KEY_LINES = st.one_of(
    st.sampled_from(["Status: ready", "STATUS:\n    ready", "Date:", "date: \t", "Дата: x", ""]),
    st.builds("{}: {}".format, st.sampled_from(["Title", "Slug", "Tags", "X_y"]), TEXT),
    st.builds("    {}".format, TEXT),
)
FILES = st.builds(
    lambda mark, dashes, keys, text, end, last: (
        mark + end.join([*dashes, *keys, "", *text]).replace("\n    ", f"{end}    ") + last
    ),
    mark=st.sampled_from(["", "\ufeff"]),
    dashes=st.sampled_from([[], ["---"]]),
    keys=st.lists(KEY_LINES, max_size=6),
    text=st.lists(TEXT, max_size=4),
    end=st.sampled_from(["\n", "\r\n"]),
    last=st.sampled_from(["", "\n", "\r\n", "\r"]),
)


def first_values(text: str) -> dict[str, str]:
    """Keys and what the first line of each says."""
    return {field.key: field.value for field in reversed(fields_of(text.replace("\r\n", "\n")))}


@given(text=FILES)
@example(text="Status: ready\n    \r0\n")
def test_one_line_is_new_or_filled_and_all_others_keep_their_bytes(text: str) -> None:
    data = text.encode()
    fields = fields_of(text.replace("\r\n", "\n"))
    assume(fields and not any(f.key == "date" and f.value for f in fields))

    after = dated(data, VALUE)

    assert after is not None
    old, new = data.split(b"\n"), after.split(b"\n")
    at = next(
        n for n, line in enumerate(new) if VALUE.encode() in line and line not in old[n : n + 1]
    )
    was_there = len(old) == len(new)
    assert new[:at] + new[at + 1 :] == old[:at] + old[at + was_there :]
    if was_there:
        assert new[at].startswith(old[at].rstrip())
    else:
        assert new[at].rstrip(b"\r") == LINE.encode()
    read = {
        field.key: field.value
        for field in reversed(fields_of(after.decode().replace("\r\n", "\n")))
    }
    assert read == {**{f.key: f.value for f in reversed(fields)}, "date": VALUE}


@pytest.mark.parametrize(
    ("moment", "value"),
    [
        (datetime(2027, 1, 12, 10, tzinfo=MOSCOW), "2027-01-12 10:00"),
        (datetime(2027, 1, 12, 10, tzinfo=ZoneInfo("Asia/Kamchatka")), "2027-01-12 10:00+1200"),
        (datetime(2027, 7, 6, 10, tzinfo=ZoneInfo("Europe/Berlin")), "2027-07-06 10:00+0200"),
        (datetime(2027, 7, 6, 10, tzinfo=ZoneInfo("Asia/Baghdad")), "2027-07-06 10:00"),
    ],
)
def test_a_moment_as_it_is_written_and_read_again(moment: datetime, value: str) -> None:
    assert date_value(moment) == value
    assert date_of(value) == moment
