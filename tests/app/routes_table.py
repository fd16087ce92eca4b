"""Who may use which route: the whole matrix. A route that is not in here fails `test_check_19…`."""

from __future__ import annotations

from app.access import ACCOUNT
from graph.rights import Permission

PUBLIC = None

TABLE: dict[str, str | None] = {
    "GET /": PUBLIC,
    "GET /zoeken": PUBLIC,
    "GET /inloggen": PUBLIC,
    "POST /inloggen": PUBLIC,
    "POST /uitloggen": PUBLIC,
    "GET /wachtwoord-vergeten": PUBLIC,
    "POST /wachtwoord-vergeten": PUBLIC,
    "GET /wachtwoord-kiezen/<token>": PUBLIC,
    "POST /wachtwoord-kiezen/<token>": PUBLIC,
    "GET /mijn-gegevens": ACCOUNT,
    "POST /mijn-gegevens/wachtwoord": ACCOUNT,
    "POST /mijn-gegevens/overal-uitloggen": ACCOUNT,
    "GET /beheer/toegang": Permission.ADMINISTER,
    "POST /beheer/toegang": Permission.ADMINISTER,
    "POST /beheer/toegang/<account_id>/rollen": Permission.ADMINISTER,
    "POST /beheer/toegang/<account_id>/uitschakelen": Permission.ADMINISTER,
    "POST /beheer/toegang/<account_id>/inschakelen": Permission.ADMINISTER,
}
