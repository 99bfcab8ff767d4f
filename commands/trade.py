"""Commands of buying and selling: the payment service, played on this machine."""

from invoke.context import Context

from commands import ROOT, _, say
from plugins.release.command_line import command


@command(
    _("Play the payment service on this machine: orders, failures, notices; no money."),
    port=_("port on this machine"),
    site=_("address of the site that buyers return to"),
    notify=_("address for notices on this machine (none: they are not sent)"),
    host=_("address to serve on; this machine only"),
)
def pay(
    context: Context,
    port: str = "8010",
    site: str = "http://localhost:8000",
    notify: str = "",
    host: str = "127.0.0.1",
    lang: str = "",
) -> None:
    import os
    from datetime import datetime

    from plugins.documents.front_matter import MOSCOW, moment_of
    from plugins.release.payment import play, playing, stand_in
    from plugins.release.preview import port_of

    now = moment_of("VITRINA_NOW", os.environ) or datetime.now(MOSCOW)
    service = stand_in(ROOT / "state", site, notify, now)
    say(playing(f"http://{host}:{port}/"))
    play(service, port_of(port), host)
