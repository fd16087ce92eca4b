"""Settings that are read from the environment: what is wrong with them is said by name, and what they hold never is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import AliasChoices, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from graph.errors import WrongSettings

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo
    from pydantic_core import ErrorDetails

PREFIX = "BRUGGENBOUWER_"

# What pydantic calls a wrong value → what it must be instead, with the limits of the field.
_MUST_BE = {
    "int_parsing": "a whole number",
    "int_parsing_size": "a whole number",
    "int_from_float": "a whole number",
    "float_parsing": "a number",
    "bool_parsing": "true or false",
    "greater_than_equal": "{ge} or more",
    "greater_than": "more than {gt}",
    "less_than_equal": "{le} or less",
    "literal_error": "{expected}",
}


class Environment(BaseSettings):
    """What every class of settings shares; making one raises WrongSettings with a sentence for each wrong value."""

    # The value of a setting can be a secret, so no error repeats it. An empty one counts as not given: docker compose
    # passes on what nobody set as empty.
    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_ignore_empty=True, extra="ignore", hide_input_in_errors=True
    )

    def __init__(self, **given: Any) -> None:
        """Read the environment; what is `given` by the name of the field comes first."""
        try:
            super().__init__(**given)
        except ValidationError as error:
            found = [self._sentence(each) for each in error.errors(include_input=False, include_url=False)]
            raise WrongSettings(*dict.fromkeys(found)) from None

    @classmethod
    def _sentence(cls, error: ErrorDetails) -> str:
        context = error.get("ctx", {})
        if isinstance(context.get("error"), ValueError):
            # One of our own checks: it names the setting and the cure itself.
            return f"{context['error']}."
        wanted = _MUST_BE.get(error["type"], "something else").format_map(context)
        place = str(error["loc"][0])
        field = cls.model_fields.get(place)
        return f"{place if field is None else variable(place, field)} must be {wanted}, or be left out."


def variable(name: str, field: FieldInfo) -> str:
    """The variable of the environment that the setting `name` is read from."""
    alias = field.validation_alias
    return str(alias.choices[0]) if isinstance(alias, AliasChoices) else f"{PREFIX}{name.upper()}"
