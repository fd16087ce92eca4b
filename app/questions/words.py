"""Every question as a sentence: in general, and with its parameters in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask_babel import gettext, ngettext
from flask_babel import lazy_gettext as _

from app.choices import SUPPLY_LABELS
from graph.model import SupplyKind
from graph.questions import Ask, Parameter

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.mentions import Mention
    from graph.questions import Question

# As they stand in the address.
ASKS = {
    "zelfde-doel": Ask.SHARED_GOAL,
    "zonder-contactpersoon": Ask.WITHOUT_CONTACT,
    "doelen-zonder-initiatief": Ask.WHITE_SPOTS,
    "partners": Ask.PARTNERS,
    "wachten-op-besluit": Ask.WAITING,
    "lang-niets-gehoord": Ask.SILENT,
    "vraag-past-bij-aanbod": Ask.UNMET,
    "samen-aanvragen": Ask.TOGETHER,
}
SLUGS = {ask: slug for slug, ask in ASKS.items()}
NAMES = {
    Parameter.GOAL: "doel",
    Parameter.THEME: "thema",
    Parameter.SCHEME: "regeling",
    Parameter.KIND: "soort",
    Parameter.TEAM: "team",
    Parameter.NUMBER: "aantal",
    Parameter.AREA: "gebied",
}
TITLES = {
    Ask.SHARED_GOAL: _("Welke initiatieven delen een doel, maar geen partner?"),
    Ask.WITHOUT_CONTACT: _("Welke initiatieven met een thema hebben nog geen contactpersoon?"),
    Ask.WHITE_SPOTS: _("Bij welke doelen kennen wij nog geen initiatief?"),
    Ask.PARTNERS: _("Welke organisaties zijn vaak partner bij een thema?"),
    Ask.WAITING: _("Welke initiatieven wachten lang op een besluit?"),
    Ask.SILENT: _("Van welke initiatieven hoorden wij lang niets?"),
    Ask.UNMET: _("Welke vraag past bij een aanbod, zonder contact?"),
    Ask.TOGETHER: _("Welke initiatieven kunnen samen geld aanvragen?"),
}
EXPLAINED = {
    Ask.SHARED_GOAL: _(
        "Paren die aan het doel werken, of aan een doel daaronder. Wij zien geen gedeelde partner of "
        "initiatiefnemer, en nog geen contact. Afgeronde en gestopte initiatieven tellen niet mee."
    ),
    Ask.WITHOUT_CONTACT: _("Ook smallere thema’s tellen mee. Afgeronde en gestopte initiatieven tellen niet mee."),
    Ask.WHITE_SPOTS: _("Ook een initiatief bij een doel daaronder telt mee."),
    Ask.PARTNERS: _("Ook smallere thema’s tellen mee. Wij tellen wat bij ons bekend is."),
    Ask.WAITING: _("Dagen waarop de gemeente op de aanvrager wacht, tellen niet mee."),
    Ask.SILENT: _(
        "Een teken van leven is een gesprek, afspraak, bijdrage, besluit of wijziging. Alleen lopende initiatieven."
    ),
    Ask.UNMET: _("Het aanbod past door de woorden of de soort. Tussen beide zien wij nog geen contact."),
    Ask.TOGETHER: _(
        "Paren die geld kregen of vroegen uit de regeling en aan hetzelfde doel werken. Wij zien nog geen contact."
    ),
}
LABELS = {
    Parameter.GOAL: _("Doel"),
    Parameter.THEME: _("Thema"),
    Parameter.SCHEME: _("Regeling"),
    Parameter.KIND: _("Soort"),
    Parameter.TEAM: _("Team of orgaan dat besluit"),
    Parameter.AREA: _("Gebied"),
}
NUMBERS = {
    Ask.PARTNERS: _("Bij hoeveel initiatieven, of meer?"),
    Ask.WAITING: _("Hoeveel dagen, of meer?"),
    Ask.SILENT: _("Hoeveel maanden, of meer?"),
}
MISSING = {
    Parameter.GOAL: _("Het doel ontbreekt. Kies een doel uit de lijst."),
    Parameter.THEME: _("Het thema ontbreekt. Kies een thema uit de lijst."),
    Parameter.SCHEME: _("De regeling ontbreekt. Kies een regeling uit de lijst."),
}
GONE = _("Dit staat er niet meer. Kies iets anders uit de lijst.")
# What each column of the answers is called: the record or the pair, and what it leans on.
COLUMNS = {
    Ask.SHARED_GOAL: (_("Initiatief"), _("Initiatief"), _("Doelen")),
    Ask.WITHOUT_CONTACT: (_("Initiatief"), None, _("Thema’s")),
    Ask.WHITE_SPOTS: (_("Doel"), None, _("Hoort bij")),
    Ask.PARTNERS: (_("Organisatie"), None, _("Bijvoorbeeld in")),
    Ask.WAITING: (_("Initiatief"), None, _("Besluit, en wie besluit")),
    Ask.SILENT: (_("Initiatief"), None, None),
    Ask.UNMET: (_("Wie zoekt"), _("Wie biedt"), _("Vraag en aanbod")),
    Ask.TOGETHER: (_("Initiatief"), _("Initiatief"), _("Doelen")),
}
AMOUNTS = {Ask.PARTNERS: _("Initiatieven"), Ask.WAITING: _("Dagen"), Ask.SILENT: _("Maanden")}
WEEKDAYS = {
    1: _("Elke maandag"),
    2: _("Elke dinsdag"),
    3: _("Elke woensdag"),
    4: _("Elke donderdag"),
    5: _("Elke vrijdag"),
    6: _("Elke zaterdag"),
    7: _("Elke zondag"),
}
DAILY = _("Elke dag")


def sentence(question: Question, named: Mapping[Parameter, Mention]) -> str:
    """The whole question in a sentence, and a second one for what narrows it."""
    about = {each.value: mention.name for each, mention in named.items()}
    return " ".join([_main(question, about), *_narrowed(question, about)])


def _main(question: Question, about: Mapping[str, str]) -> str:
    number = question.number or 0
    match question.ask:
        case Ask.SHARED_GOAL:
            return str(gettext("Welke initiatieven delen het doel ‘%(goal)s’, maar geen partner?", **about))
        case Ask.WITHOUT_CONTACT:
            return str(gettext("Welke initiatieven met het thema ‘%(theme)s’ hebben nog geen contactpersoon?", **about))
        case Ask.WHITE_SPOTS:
            return str(gettext("Bij welke doelen onder ‘%(goal)s’ kennen wij nog geen initiatief?", **about))
        case Ask.PARTNERS:
            words = ngettext(
                "Welke organisaties zijn partner in %(num)s of meer initiatief met het thema ‘%(theme)s’?",
                "Welke organisaties zijn partner in %(num)s of meer initiatieven met het thema ‘%(theme)s’?",
                number,
                **about,
            )
        case Ask.WAITING:
            words = ngettext(
                "Welke initiatieven wachten %(num)s dag of langer op een besluit?",
                "Welke initiatieven wachten %(num)s dagen of langer op een besluit?",
                number,
            )
        case Ask.SILENT:
            words = ngettext(
                "Van welke initiatieven hoorden wij %(num)s maand of langer niets?",
                "Van welke initiatieven hoorden wij %(num)s maanden of langer niets?",
                number,
            )
        case Ask.UNMET:
            words = gettext("Welke vraag past bij een aanbod, terwijl wij nog geen contact zien?")
        case Ask.TOGETHER:
            words = gettext("Welke initiatieven kunnen samen geld aanvragen bij ‘%(scheme)s’?", **about)
    return str(words)


def _narrowed(question: Question, about: Mapping[str, str]) -> list[str]:
    said = []
    if question.kind:
        said.append(gettext("Alleen: %(kind)s.", kind=str(SUPPLY_LABELS[SupplyKind(question.kind)]).lower()))
    if question.team:
        said.append(gettext("Alleen besluiten van %(team)s.", **about))
    if question.goal and question.ask is Ask.TOGETHER:
        said.append(gettext("Alleen bij het doel ‘%(goal)s’ of een doel daaronder.", **about))
    if question.area:
        said.append(gettext("Alleen in %(area)s.", **about))
    return [str(each) for each in said]


def how_often(rhythm: str, weekday: int) -> str:
    """`Elke dag`, `Elke maandag`."""
    return str(DAILY if rhythm == "daily" else WEEKDAYS[weekday])
