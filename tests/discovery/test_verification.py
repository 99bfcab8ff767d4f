"""The code of Yandex Webmaster: from the environment, checked before anything is built."""

import pytest

from plugins.discovery import verification_code
from plugins.language.problems import ProblemsFound

CODE = "0123456789abcdef"


def code(**environ: str) -> str:
    return verification_code("VITRINA_YANDEX_VERIFICATION", environ, default="")


def test_a_code_none_and_spaces_around() -> None:
    assert code() == ""
    assert code(VITRINA_YANDEX_VERIFICATION="") == ""
    assert code(VITRINA_YANDEX_VERIFICATION=f" {CODE}\n") == CODE


@pytest.mark.parametrize(
    "value",
    [f'<meta name="yandex-verification" content="{CODE}">', "кодкодкод", "123", "a b c d e f g"],
)
def test_anything_else_ends_the_build(value: str) -> None:
    with pytest.raises(ProblemsFound) as found:
        code(VITRINA_YANDEX_VERIFICATION=value)

    assert found.value.in_language("ru").startswith(
        "VITRINA_YANDEX_VERIFICATION: ожидалось: только код Яндекс Вебмастера, буквы и цифры: "
        "то, что стоит в content; получено: "
    )
