"""Questions of buyers with short answers, in groups (questions.yaml)."""

from typing import Annotated

from pydantic import Field

from plugins.company.keys import EACH_KEY_ONCE, Key
from plugins.company.localized import Localized
from plugins.company.moments import Date
from plugins.data_files import Record


class Question(Record):
    """A question and its short answer; `page` tells more, below the language's folder."""

    question: Localized
    answer: Localized
    page: str = ""


class QuestionGroup(Record):
    """Questions about one thing."""

    key: Key
    name: Localized
    questions: Annotated[tuple[Question, ...], Field(min_length=1)]


class Questions(Record):
    """All groups in their order."""

    checked: Date
    groups: Annotated[tuple[QuestionGroup, ...], Field(min_length=1), EACH_KEY_ONCE]

    @property
    def pages(self) -> tuple[str, ...]:
        """Every page that an answer leads to."""
        return tuple(item.page for group in self.groups for item in group.questions if item.page)
