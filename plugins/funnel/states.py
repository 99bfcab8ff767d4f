"""States of orders, ours and those of other services, as five that the funnel knows."""

from collections.abc import Mapping

PAID, REFUNDED, FAILED, CANCELLED, OPEN = "paid", "refunded", "failed", "cancelled", "created"
# A later state of one order outweighs an earlier one, whichever export told it
RANKS: Mapping[str, int] = {REFUNDED: 3, PAID: 2}
# Spaces stand as «_»; `true` and «да» answer a column that asks whether an order is paid
_SAID: Mapping[str, str] = {
    PAID: "paid succeeded success successful completed complete done оплачен оплачено оплачена "
    "выполнен завершен завершён успешно confirmed captured true yes да 1",
    REFUNDED: "refunded refund returned возврат возвращен возвращён возвращено",
    FAILED: "failed failure declined rejected error отказ отклонен отклонён отклонено ошибка "
    "неуспешно",
    CANCELLED: "cancelled canceled expired отменен отменён отменено отмена истек истёк",
    OPEN: "created new waiting pending processing создан новый ожидает обработка в_обработке "
    "ожидает_оплаты не_оплачен не_оплачено waiting_for_capture authorized unpaid false no нет 0",
}
STATES: Mapping[str, str] = {
    word: state for state, words in _SAID.items() for word in words.split()
}
# ЮKassa calls every payment that came to nothing cancelled; by these codes somebody refused it.
# Each stands for one of our own codes
REFUSALS: Mapping[str, str] = {
    "insufficient_funds": "funds",
    "payment_method_limit_exceeded": "limit",
    "general_decline": "declined",
    "call_issuer": "declined",
    "fraud_suspected": "declined",
    "country_forbidden": "declined",
    "payment_method_restricted": "declined",
    "identification_required": "declined",
    "card_expired": "card",
    "invalid_card_number": "card",
    "invalid_csc": "card",
    "3d_secure_failed": "confirmation",
    "issuer_unavailable": "bank",
    "internal_timeout": "timeout",
}
