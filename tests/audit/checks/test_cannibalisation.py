import pytest

from plugins.audit import audit
from plugins.audit.checks.cannibalisation import cannibalisation
from plugins.documents import Document
from plugins.language.problems import Severity
from tests.audit.phrase_texts import judged, text
from tests.audit.subjects import found

ROWS = ("доставка из китая,ru/pages/a.md,900,,", "из китая доставка,ru/pages/b.md,40,,")
PLAIN = text("ru/pages/a.md", title="Путь")


def advice(*texts: Document, rows: tuple[str, ...] = ROWS) -> str:
    (finding,) = audit(judged(*rows, texts=texts), [cannibalisation])
    return finding.advice.in_language("en")


def test_two_documents_of_one_meaning() -> None:
    texts = (PLAIN, text("ru/pages/b.md", title="Дорога"))

    assert found(cannibalisation, judged(*ROWS, texts=texts)) == [
        (
            "cannibalisation",
            Severity.WARNING,
            "content/ru/keywords.csv",
            3,
            "the map gives «доставка из китая» to several documents: "
            "ru/pages/a.md (900), ru/pages/b.md (40)",
        )
    ]


@pytest.mark.parametrize(
    ("rival", "kept"),
    [
        (
            text("ru/pages/b.md", title="Доставка из Китая"),
            "keep ru/pages/b.md (the phrase stands in its title)",
        ),
        (
            text("ru/pages/b.md", "<h2>О доставке из Китая</h2>"),
            "keep ru/pages/b.md (the phrase stands in its subheadings)",
        ),
        (
            text("ru/pages/b.md", "Доставка из Китая."),
            "keep ru/pages/b.md (the phrase stands there more often)",
        ),
        (
            text("ru/pages/b.md", title="Дорога"),
            "keep ru/pages/a.md (more people ask for the phrases it has)",
        ),
        (
            text("ru/pages/b.md", title="Доставка из Китая", status="draft"),
            "keep ru/pages/a.md (the others are not live)",
        ),
    ],
)
def test_the_document_to_keep_is_chosen_by_evidence(rival: Document, kept: str) -> None:
    assert advice(PLAIN, rival) == f"{kept} and let the others answer something else"


def test_a_persons_group_may_have_been_meant_otherwise() -> None:
    rows = ("печь,ru/pages/a.md,9,тепло,", "котёл,ru/pages/b.md,9,тепло,")

    assert advice(PLAIN, text("ru/pages/b.md"), rows=rows) == (
        "keep ru/pages/a.md (nothing tells them apart yet), "
        "or give phrases of other meaning another group"
    )


def test_many_documents_are_not_all_named() -> None:
    names = [f"ru/pages/p{n}.md" for n in range(9)]
    rows = tuple(f"печь {n},{name},1,печи," for n, name in enumerate(names))
    ((*_, message),) = found(cannibalisation, judged(*rows, texts=tuple(map(text, names))))

    assert message.endswith("ru/pages/p4.md (1), 4 more")


def test_one_document_other_meanings_and_documents_that_are_not_there() -> None:
    rows = (
        "доставка из китая,ru/pages/a.md,900,,",
        "доставки из китая,ru/pages/a.md,90,,",
        "доставка в китай,ru/pages/b.md,90,,",
        "из китая доставка,ru/pages/nowhere.md,40,,",
    )

    assert found(cannibalisation, judged(*rows, texts=(PLAIN, text("ru/pages/b.md")))) == []
