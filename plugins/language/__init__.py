"""What a language needs: messages for people, numbers and dates, plurals, typography, slugs."""

from plugins.language.messages import Message, counted, message, reader_language
from plugins.language.problems import Problem, ProblemsFound, Severity

__all__ = [
    "Message",
    "Problem",
    "ProblemsFound",
    "Severity",
    "counted",
    "message",
    "reader_language",
]
