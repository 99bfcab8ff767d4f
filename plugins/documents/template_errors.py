"""What Jinja found wrong in a template of the theme, as a problem with its place."""

from traceback import extract_tb

from jinja2 import TemplateError, TemplateNotFound

from plugins.language.messages import message, verbatim
from plugins.language.problems import Problem


def template_problem(error: TemplateError) -> Problem:
    """The file of the theme, the line and the sentence."""
    frames = [f for f in extract_tb(error.__traceback__) if f.filename.endswith(".html")]
    name = getattr(error, "filename", None) or (frames[-1].filename if frames else None)
    line = getattr(error, "lineno", None) or (frames[-1].lineno if frames else None)
    text = getattr(error, "said", None) or verbatim(str(error))
    if isinstance(error, TemplateNotFound):
        text = message("the theme has no template %(name)s", name=error.name)
    return Problem(str(name or getattr(error, "name", None) or "theme"), line or 0, "", text)
