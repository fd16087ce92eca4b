"""Both languages are complete."""

from tests import translations


def test_every_sentence_is_in_the_english_catalogue_and_no_other() -> None:
    assert list(translations.problems()) == []
