"""Names as they are compared: without capitals, accents, punctuation, legal forms and leading articles."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+")
_LEGAL_FORMS = frozenset(
    {"stichting", "st", "vereniging", "ver", "cooperatie", "coop", "bv", "nv", "vof", "cv", "ua", "ba", "gemeente"}
    | {"maatschap", "eenmanszaak"}
)
_DOTTED = re.compile(r"\b[a-z](?:\.[a-z])+\b\.?")
_ARTICLES = frozenset({"de", "het", "een", "t"})


def bare(name: str) -> str:
    """`Stichting De Korf B.V.` as `korf`; what consists of such words only stays as it is, case-folded."""
    words = _words(name)
    telling = [word for word in words if word not in _LEGAL_FORMS and word not in _ARTICLES]
    return " ".join(telling or words)


def joined(name: str) -> str:
    """`Imker vereniging De Korf` as `imkerverenigingdekorf`: the same whether a word was split or not."""
    return "".join(_words(name))


def _words(name: str) -> list[str]:
    folded = unicodedata.normalize("NFKD", name).casefold()
    plain = "".join(each for each in folded if not unicodedata.combining(each))
    return _WORD.findall(_DOTTED.sub(lambda match: match.group().replace(".", ""), plain))
