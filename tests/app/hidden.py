"""What a page carries along unseen, and what a browser sends of a form that nobody touched."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

import html5lib

if TYPE_CHECKING:
    from werkzeug.test import TestResponse

FIELD = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)"')


def hidden(page: TestResponse) -> dict[str, str]:
    """The hidden fields of a page, as a browser sends them back."""
    return {name: html.unescape(value) for name, value in FIELD.findall(page.text)}


def as_it_came(page: TestResponse) -> dict[str, list[str]]:
    """What a browser sends of the form on a page: of rounds with one name, only the last that is filled."""
    tree = html5lib.parse(page.text, treebuilder="etree", namespaceHTMLElements=False)
    (form,) = (each for each in tree.iter("form") if "bb-form" in each.get("class", "").split())
    sent: dict[str, list[str]] = {}
    for each in form.iter():
        name = each.get("name")
        if name and isinstance(each.tag, str):
            values = _values(each)
            if each.get("type") == "radio":
                sent[name] = values or sent.get(name, [])
            elif values:
                sent.setdefault(name, []).extend(values)
    return {name: values for name, values in sent.items() if values}


def _values(field: Element) -> list[str]:
    if field.tag == "textarea":
        return [(field.text or "").replace("\n", "\r\n")]
    if field.tag == "select":
        options = list(field.iter("option"))
        chosen = [each for each in options if each.get("selected") is not None]
        return [each.get("value", "") for each in chosen or (options[:1] if field.get("multiple") is None else [])]
    if field.tag != "input" or field.get("type") in {"submit", "button", "file"}:
        return []
    if field.get("type") in {"radio", "checkbox"} and field.get("checked") is None:
        return []
    return [field.get("value", "")]
