"""The application: which address is answered by what."""

from collections.abc import Awaitable, Callable

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from plugins.checkout.keys import jwks
from plugins.checkout.links import PARAMETER
from plugins.payment_service import buying, paying, words
from plugins.payment_service.asked import Asked, language_of, lost, shown
from plugins.payment_service.database import prepare
from plugins.payment_service.exports import as_csv, as_json
from plugins.payment_service.forms import LONGEST, Form, form_of
from plugins.payment_service.orders import orders
from plugins.payment_service.pages import page
from plugins.payment_service.service import Service

Answering = Callable[[Asked], Response]
NAMED = {"Content-Disposition": 'attachment; filename="orders.csv"'}


def application(service: Service) -> Starlette:
    """The stand-in, ready to be served; its database is made if there is none."""
    prepare(service.database)

    def on(answering: Answering) -> Callable[[Request], Awaitable[Response]]:
        async def answer(request: Request) -> Response:
            return await run_in_threadpool(answering, await _asked(service, request))

        return answer

    async def astray(request: Request, _error: Exception) -> Response:
        asked = Asked(service, headers=request.headers)
        return await run_in_threadpool(lost, asked, words.NO_PAGE)

    routes = [
        Route("/", on(home)),
        Route("/", on(buying.offer_cart), methods=["POST"]),
        Route("/.well-known/jwks.json", on(public_keys)),
        Route("/orders", on(buying.confirm), methods=["POST"]),
        Route("/carts", on(buying.confirm_cart), methods=["POST"]),
        Route("/orders.csv", on(export_csv)),
        Route("/orders.json", on(export_json)),
        Route("/orders/{number}", on(paying.order)),
        Route("/orders/{number}/pay", on(paying.pay), methods=["POST"]),
        Route("/orders/{number}/wait", on(paying.wait)),
    ]
    return Starlette(routes=routes, exception_handlers={HTTPException: astray})


def home(asked: Asked) -> Response:
    """What a link opens; without one, all orders."""
    if PARAMETER in asked.query:
        return buying.offer(asked)
    lang = language_of(asked)
    values = {
        "orders": orders(asked.service),
        "merchants": asked.merchants,
        "site": asked.service.site,
        "states": dict(words.spoken(words.STATES, lang)),
    }
    return shown(asked, page("home", lang, **values))


def export_csv(asked: Asked) -> Response:
    """All orders for a spreadsheet."""
    return Response(as_csv(orders(asked.service)), media_type="text/csv", headers=NAMED)


def export_json(asked: Asked) -> Response:
    """All orders for a program."""
    return Response(as_json(orders(asked.service)), media_type="application/json")


def public_keys(asked: Asked) -> Response:
    """The service's own key, for those who read returns and notices."""
    return Response(jwks([asked.service.key.public]), media_type="application/json")


async def _asked(service: Service, request: Request) -> Asked:
    form = await _form(request) if request.method == "POST" else Form()
    number = str(request.path_params.get("number", ""))
    return Asked(service, number, request.query_params, request.headers, form)


async def _form(request: Request) -> Form:
    """What was sent, all of it taken in, none of what is too long kept."""
    body = bytearray()
    try:
        async for part in request.stream():
            body += part[: LONGEST + 1 - len(body)]
    except ClientDisconnect:
        return Form()
    return form_of(request.headers.get("content-type", ""), bytes(body))
