"""The fields of the forms: what people type becomes a value of the model, or a sentence that says what is wrong."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from babel.numbers import format_decimal
from flask_babel import format_date
from wtforms import SelectChoice, SelectField, StringField, TextAreaField

from app.records.messages import message
from graph.imports import reading
from graph.imports.refusals import RowRefused

if TYPE_CHECKING:
    from collections.abc import Mapping
    from enum import StrEnum

    from flask_babel import LazyString


class _TypedField(StringField):  # type: ignore[misc]
    """A line of text that stands for a value; what was typed stays in the field when it cannot be read."""

    def __init__(self, label: LazyString, description: LazyString | str = "", **bound: Any) -> None:
        """A field without validators of its own: the model checks the value."""
        super().__init__(label, description=description, **bound)
        self.type = "StringField"

    def read(self, text: str) -> Any:
        """The value of `text`; raises RowRefused."""
        raise NotImplementedError

    def written(self, value: Any) -> str:
        """How `value` is shown."""
        return str(value)

    def process_formdata(self, valuelist: list[str]) -> None:
        """Read what was typed."""
        text = valuelist[0].strip() if valuelist else ""
        self.data = None
        if text:
            try:
                self.data = self.read(text)
            except (RowRefused, OverflowError) as error:
                raise ValueError(message(getattr(error, "reason", "mistyped"))) from error

    def _value(self) -> str:
        if self.raw_data:
            return str(self.raw_data[0])
        return "" if self.data is None else self.written(self.data)


class DayField(_TypedField):
    """A calendar day, as people write it."""

    def read(self, text: str) -> dt.date:
        """A date."""
        return reading.day(self.name, text)

    def written(self, value: dt.date) -> str:
        """`15-03-2027`."""
        return str(format_date(value, "dd-MM-y"))


class NumberField(_TypedField):
    """A number with a comma or points, as people write it."""

    def read(self, text: str) -> float:
        """A float."""
        return reading.number(self.name, text)

    def written(self, value: float) -> str:
        """`10.358,5` in every language, as it is read; with all decimals: who leaves it alone changes nothing."""
        return str(format_decimal(value, locale="nl", decimal_quantization=False))


class PointField(_TypedField):
    """A coordinate in degrees."""

    def read(self, text: str) -> float:
        """A float."""
        return reading.point(self.name, text)


class LinesField(TextAreaField):  # type: ignore[misc]
    """A list of texts, one on each line."""

    def __init__(self, label: LazyString, description: LazyString | str = "", **bound: Any) -> None:
        """A field without validators of its own: the model checks the value."""
        super().__init__(label, description=description, **bound)
        self.type = "TextAreaField"

    def process_formdata(self, valuelist: list[str]) -> None:
        """The lines that are not empty."""
        lines = valuelist[0].splitlines() if valuelist else []
        self.data = [line.strip() for line in lines if line.strip()] or None

    def _value(self) -> str:
        return "\n".join(self.data or [])


class ChoiceField(SelectField):  # type: ignore[misc]
    """One of a closed set, or nothing."""

    def __init__(
        self,
        label: LazyString,
        labels: Mapping[Any, LazyString],
        nothing: LazyString,
        description: LazyString | str = "",
        **bound: Any,
    ) -> None:
        """Choose between `labels`; `nothing` is what the empty choice says."""
        super().__init__(
            label,
            choices=[SelectChoice("", nothing), *(SelectChoice(each.value, words) for each, words in labels.items())],
            validate_choice=False,
            coerce=_code,
            description=description,
            **bound,
        )
        self.type = "SelectField"


def _code(value: StrEnum | str | None) -> str:
    return "" if value is None else str(value)
