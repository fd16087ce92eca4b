"""The forms of handing over: who takes over, what moves, and who keeps what nobody keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flask_babel import gettext
from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import SelectChoice, SelectField, SelectMultipleField
from wtforms.validators import InputRequired

from graph.model import Link

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.keepers import Person

# In this order on the page.
PARTS = {
    Link.CONTACT_FOR: _("Vaste contactpersoon van"),
    Link.KEEPS: _("Houdt bij"),
    Link.PORTFOLIO_HOLDER_OF: _("Verantwoordelijk voor"),
    Link.ACCOUNT_HOLDER_OF: _("Aanspreekpunt voor"),
    Link.SIGNPOST_FOR: _("Wijst de weg bij"),
    Link.STANDS_IN_FOR: _("Vervangt"),
    Link.DECIDES: _("Beslist over"),
    Link.MADE: _("Open afspraken: de ander houdt ze bij"),
    Link.HELD: _("Open vervolgstappen: de ander houdt ze bij"),
}


class HandOverForm(FlaskForm):  # type: ignore[misc]
    """Who takes over, and what; which people there are to choose from is said by `offer`."""

    aan = SelectField(
        _("Wie neemt het over?"),
        [InputRequired(_("Kies wie het overneemt."))],
        description=_("Achter de naam staat hoeveel iemand nu al bijhoudt of waarvan iemand contactpersoon is."),
        validate_choice=False,
    )
    wat = SelectMultipleField(_("Wat gaat er over?"), validate_choice=False, default=list)

    @property
    def types(self) -> frozenset[Link]:
        """What was ticked."""
        return frozenset(link for link in PARTS if link.value in self.wat.data)

    def offer(self, people: Iterable[Person]) -> None:
        """Offer these people, each with how much is theirs already."""
        self.aan.choices = [SelectChoice("", _("Kies iemand")), *(_choice(each, load=True) for each in people)]

    def validate(self, extra_validators: Any = None) -> bool:
        """Whether somebody was chosen, and anything that can move."""
        good = bool(super().validate(extra_validators))
        if not self.types:
            self.wat.errors = [gettext("Zet een vinkje bij wat er overgaat.")]
            return False
        return good

    def refuse(self) -> None:
        """This person cannot take over."""
        self.aan.errors = [gettext("Deze persoon kan het niet overnemen. Kies een ander.")]


class AssignForm(FlaskForm):  # type: ignore[misc]
    """Who is going to keep what nobody keeps."""

    aan = SelectField(
        _("Wie gaat dit bijhouden?"), [InputRequired(_("Kies wie dit gaat bijhouden."))], validate_choice=False
    )

    def offer(self, people: Iterable[Person]) -> None:
        """Offer these people."""
        self.aan.choices = [SelectChoice("", _("Kies iemand")), *(_choice(each) for each in people)]

    def refuse(self) -> None:
        """This person cannot keep anything."""
        self.aan.errors = [gettext("Deze persoon kan dit niet bijhouden. Kies een ander.")]


def _choice(person: Person, *, load: bool = False) -> SelectChoice:
    name = f"{person.mention.name}, {person.function}" if person.function else person.mention.name
    return SelectChoice(person.mention.id, f"{name} ({person.load})" if load else name)
