"""Who may use which route: the whole matrix. A route that is not in here fails `test_check_19…`."""

from __future__ import annotations

from app.access import ACCOUNT
from app.addresses import FOLDER
from graph.rights import Permission

PUBLIC = None

# Every kind of record with a page of its own has these under its folder.
_RECORD: dict[str, str | None] = {
    "GET /{}/nieuw": Permission.EDIT_RECORDS,
    "POST /{}/nieuw": Permission.EDIT_RECORDS,
    "GET /{}/<record_id>/wijzigen": Permission.EDIT_RECORDS,
    "POST /{}/<record_id>/wijzigen": Permission.EDIT_RECORDS,
    "POST /{}/<record_id>/zichtbaarheid": Permission.EDIT_RECORDS,
    "GET /{}/<record_id>/beeindigen": Permission.EDIT_RECORDS,
    "POST /{}/<record_id>/beeindigen": Permission.EDIT_RECORDS,
    "POST /{}/<record_id>/heropenen": Permission.EDIT_RECORDS,
    "GET /{}/<record_id>/verwijderen": Permission.EDIT_RECORDS,
    "POST /{}/<record_id>/verwijderen": Permission.EDIT_RECORDS,
    "GET /{}/<record_id>/geschiedenis": Permission.SEE_PRIVATE,
}

TABLE: dict[str, str | None] = {
    name.format(folder): need for folder in FOLDER.values() for name, need in _RECORD.items()
} | {
    # what everybody sees
    "GET /": PUBLIC,
    "GET /zoeken": PUBLIC,
    "GET /netwerk": PUBLIC,
    "GET /initiatieven": PUBLIC,
    "GET /initiatieven/kaart": PUBLIC,
    "GET /initiatieven/<initiative_id>": PUBLIC,
    "GET /doelen": PUBLIC,
    "GET /doelen.csv": PUBLIC,
    "GET /doelen/<goal_id>": PUBLIC,
    "GET /cijfers": PUBLIC,
    "GET /wegwijzer": PUBLIC,
    "GET /gebieden/<area_id>": PUBLIC,
    "GET /organisaties": PUBLIC,
    "GET /organisaties/<organisation_id>": PUBLIC,
    "GET /personen/<person_id>": PUBLIC,
    "GET /afdelingen/<department_id>": PUBLIC,
    "GET /organen/<body_id>": PUBLIC,
    "GET /beleidsnotas/<note_id>": PUBLIC,
    "GET /themas/<theme_id>": PUBLIC,
    "GET /regelingen/<scheme_id>": PUBLIC,
    "GET /bijeenkomsten": PUBLIC,
    "GET /bijeenkomsten/<meeting_id>": PUBLIC,
    # the account
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
    # records
    "GET /beheer/kiezen/<kind>/<name>": Permission.EDIT_RECORDS,
    "GET /beheer/lijkt-op/<any(Initiative, Organisation):kind>": Permission.EDIT_RECORDS,
    "GET /beheer/nieuw": Permission.EDIT_RECORDS,
    "GET /personen/<record_id>/toestemming": Permission.EDIT_RECORDS,
    "POST /personen/<record_id>/toestemming": Permission.EDIT_RECORDS,
    "GET /vandaag": Permission.SEE_DRAFTS,
    # bridges
    "GET /bruggen": Permission.SEE_BRIDGES,
    "GET /bruggen/<a>/<b>": Permission.SEE_BRIDGES,
    "POST /bruggen/<a>/<b>/bekend": Permission.BUILD_BRIDGES,
    "POST /bruggen/<a>/<b>/ongedaan": Permission.BUILD_BRIDGES,
    "POST /bruggen/<a>/<b>/vragen": Permission.BUILD_BRIDGES,
    "POST /bruggen/<a>/<b>/weigeren": Permission.BUILD_BRIDGES,
    # registers and duplicates
    "GET /beheer/import": Permission.IMPORT,
    "POST /beheer/import": Permission.IMPORT,
    "POST /beheer/import/<upload_id>/uitvoeren": Permission.IMPORT,
    "GET /beheer/import/<upload_id>/afgekeurd": Permission.IMPORT,
    "POST /beheer/import/<batch_id>/terugdraaien": Permission.IMPORT,
    "GET /beheer/import/invulblad/<name>": Permission.IMPORT,
    "GET /beheer/dubbelen": Permission.IMPORT,
    "GET /beheer/dubbelen/<first_id>/<second_id>": Permission.IMPORT,
    "POST /beheer/dubbelen/samenvoegen": Permission.IMPORT,
    "POST /beheer/dubbelen/<first_id>/<second_id>/niet-hetzelfde": Permission.IMPORT,
    # meetings
    "GET /bijeenkomsten/nieuw": Permission.MAKE_LISTS,
    "POST /bijeenkomsten/nieuw": Permission.MAKE_LISTS,
    "GET /bijeenkomsten/uitnodigen": Permission.MAKE_LISTS,
    "GET /bijeenkomsten/uitnodigen.<any(csv, xlsx):form>": Permission.MAKE_LISTS,
    # the door for initiators
    "GET /aanmelden": PUBLIC,
    "POST /aanmelden": PUBLIC,
    "GET /aanmelden/verstuurd": PUBLIC,
    "GET /aanmelden/bevestigen/<token>": PUBLIC,
    "POST /aanmelden/bevestigen/<token>": PUBLIC,
    "GET /initiatieven/<initiative_id>/claim": PUBLIC,
    "POST /initiatieven/<initiative_id>/claim": PUBLIC,
    "GET /initiatieven/<a>/kennismaken/<b>": PUBLIC,
    "POST /initiatieven/<a>/kennismaken/<b>": PUBLIC,
    "GET /<any(initiatieven, doelen, personen, afdelingen):folder>/<record_id>/bericht": PUBLIC,
    "POST /<any(initiatieven, doelen, personen, afdelingen):folder>/<record_id>/bericht": PUBLIC,
    "GET /mijn-initiatief": Permission.EDIT_OWN,
    "GET /mijn-initiatief/<initiative_id>/wijzigen": Permission.EDIT_OWN,
    "POST /mijn-initiatief/<initiative_id>/wijzigen": Permission.EDIT_OWN,
    "GET /beheer/aanmeldingen": Permission.MODERATE,
    "GET /beheer/aanmeldingen/<submission_id>": Permission.MODERATE,
    "POST /beheer/aanmeldingen/<submission_id>/overnemen": Permission.MODERATE,
    "POST /beheer/aanmeldingen/<submission_id>/weigeren": Permission.MODERATE,
    "POST /beheer/aanmeldingen/<submission_id>/oppakken": Permission.MODERATE,
    # the footer
    "GET /toegankelijkheid": PUBLIC,
    "GET /privacy": PUBLIC,
    "GET /open-data": PUBLIC,
    # administration
    "GET /beheer": Permission.SEE_DRAFTS,
    "GET /beheer/toegang": Permission.ADMINISTER,
    "POST /beheer/toegang": Permission.ADMINISTER,
    "POST /beheer/toegang/<account_id>/rollen": Permission.ADMINISTER,
    "POST /beheer/toegang/<account_id>/uitschakelen": Permission.ADMINISTER,
    "POST /beheer/toegang/<account_id>/inschakelen": Permission.ADMINISTER,
}
