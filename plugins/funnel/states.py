"""States of orders, ours and those of other services, as five that the funnel knows."""

from collections.abc import Mapping

PAID, REFUNDED, FAILED, CANCELLED, OPEN = "paid", "refunded", "failed", "cancelled", "created"
# A later state of one order outweighs an earlier one, whichever export told it
RANKS: Mapping[str, int] = {REFUNDED: 3, PAID: 2}
_SAID: Mapping[str, str] = {
    PAID: "paid succeeded success successful completed complete done оплачен оплачено оплачена "
    "выполнен завершен завершён успешно confirmed captured",
    REFUNDED: "refunded refund returned возврат возвращен возвращён",
    FAILED: "failed failure declined rejected error отказ отклонен отклонён ошибка неуспешно",
    CANCELLED: "cancelled canceled expired отменен отменён отмена истек истёк",
    OPEN: "created new waiting pending processing создан новый ожидает обработка "
    "waiting_for_capture",
}
STATES: Mapping[str, str] = {
    word: state for state, words in _SAID.items() for word in words.split()
}
