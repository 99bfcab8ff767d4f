"""Cases as OpenCorpora names them, and which of them Russian prepositions take."""

GENITIVE = frozenset({"gent", "gen2", "gen1"})
DATIVE = frozenset({"datv"})
ACCUSATIVE = frozenset({"accs", "acc2"})
INSTRUMENTAL = frozenset({"ablt"})
LOCATIVE = frozenset({"loct", "loc1", "loc2"})
CASES = GENITIVE | DATIVE | ACCUSATIVE | INSTRUMENTAL | LOCATIVE | {"nomn", "voct"}
FIRST_OF_TWO = {"gen1": "gent", "gen2": "gent", "acc2": "accs", "loc1": "loct", "loc2": "loct"}

_TAKES = {
    GENITIVE: "без безо близ вдоль вместо вне внутри возле вокруг для до из изо из-за из-под кроме "
    "мимо около от ото после посреди посредством против ради свыше сверх среди у насчет",
    DATIVE: "к ко благодаря согласно вопреки",
    ACCUSATIVE: "через про сквозь несмотря спустя",
    INSTRUMENTAL: "над надо перед передо",
    LOCATIVE: "при",
    ACCUSATIVE | LOCATIVE: "в во на о об обо",
    ACCUSATIVE | INSTRUMENTAL: "за под подо",
    GENITIVE | INSTRUMENTAL: "между",
    GENITIVE | ACCUSATIVE | INSTRUMENTAL: "с со",
    DATIVE | LOCATIVE | ACCUSATIVE: "по",
}
CASES_AFTER = {preposition: cases for cases, line in _TAKES.items() for preposition in line.split()}
