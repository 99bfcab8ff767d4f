"""Pages to which buyers come back: paid, failed, cancelled, too late, paid before."""

from typing import NoReturn

from plugins.after_payment.pages import OUTCOMES, failure_pages, outcome_of, outcome_pages
from plugins.after_payment.registration import page_claims
from plugins.language.messages import message
from plugins.language.problems import Problem, ProblemsFound

__all__ = ["OUTCOMES", "failure_pages", "outcome_of", "outcome_pages", "page_claims"]


def __getattr__(name: str) -> NoReturn:
    """Settings of an older version import Reminders: say what has taken its place."""
    if name != "Reminders":
        raise AttributeError(name)
    what = message(
        "reminders are forms now: describe one as «kind: reminder» in content/data/forms.yaml, "
        "remove REMINDERS, and take the import and FORM_HOSTS from the shipped pelicanconf.py"
    )
    raise ProblemsFound([Problem("pelicanconf.py", 0, "REMINDERS", what)])
