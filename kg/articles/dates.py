"""Publication dates as records and pages write them -> ISO 8601."""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

_PARTIAL = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2]))?")
_WORDED = ("%d %B %Y", "%B %d, %Y", "%d %b %Y", "%b %d, %Y")


def iso_stamp(written: str) -> str | None:
    """The date or date-time in ISO 8601 and in its own zone, None where it is not certain which day is meant.

    Reads ISO 8601 in all its forms, the form of mail and feeds, and English dates with a month name. Years and
    months alone stay as they are. Numbers with slashes are not read: "03/04/2024" is a different day in London and
    in Boston.

    >>> iso_stamp("Tue, 14 May 2024 09:00:00 +0200")
    '2024-05-14T09:00:00+02:00'
    >>> iso_stamp("14 May 2024"), iso_stamp("2024-05"), iso_stamp("31 Foo 2024 25:61")
    ('2024-05-14', '2024-05', None)
    """
    written = written.strip()
    if len(written) > 64:
        return None
    if _PARTIAL.fullmatch(written):
        return written
    return _iso(written) or _worded(written) or _mail(written)


def _iso(written: str) -> str | None:
    if not re.match(r"\d{4}-?\d\d-?\d\d(?!\d)", written):
        return None
    try:
        if len(written) <= 10:
            return date.fromisoformat(written).isoformat()
        moment = datetime.fromisoformat(written)
    except ValueError:
        return None
    # "Z" is kept as written: the stamp is shown to users and cited.
    return moment.isoformat().replace("+00:00", "Z") if written.endswith(("Z", "z")) else moment.isoformat()


def _worded(written: str) -> str | None:
    for form in _WORDED:
        try:
            return datetime.strptime(written, form).date().isoformat()
        except ValueError:
            continue
    return None


def _mail(written: str) -> str | None:
    # The form always has a time; without this check the parser reads hours into other strings of numbers.
    if not re.search(r"\d{1,2}:\d\d", written):
        return None
    try:
        return parsedate_to_datetime(written).isoformat()
    except (ValueError, IndexError):
        return None
