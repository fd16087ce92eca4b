"""The public start: first steps, figures with their meaning, the map and its equal list."""

import json

from flask.testing import FlaskClient

from graph.model import Visibility
from tests.given import Given

SQUARE = json.dumps(
    {"type": "Polygon", "coordinates": [[[4.2, 52.1], [4.3, 52.1], [4.3, 52.2], [4.2, 52.2], [4.2, 52.1]]]}
)


def test_the_start_shows_the_first_step_of_each_visitor(client: FlaskClient) -> None:
    text = client.get("/").text
    for words in ("Een initiatief vinden", "Aansluiten bij een doel", "De juiste persoon vinden", "Wie doet wat in"):
        assert words in text


def test_the_map_and_its_list_count_what_a_visitor_may_see(client: FlaskClient, given: Given) -> None:
    district = given.area(name="Zeezicht", level="district", outline=SQUARE, code="WK1")
    street = given.area(name="Helmbuurt", level="neighbourhood", parent=district)
    given.initiative(areas=[street])
    given.initiative(name="Kanarie concept", areas=[street], visibility=Visibility.DRAFT)
    text = client.get("/").text
    assert "<path class=" in text
    assert "Zeezicht 1." in text
    assert ">Zeezicht</a>: 1 initiatief" in text
    assert "Kanarie" not in text


def test_a_waiting_time_is_shown_only_after_the_municipality_switched_it_on(client: FlaskClient) -> None:
    assert "dagen wachten op een besluit" not in client.get("/").text


def test_each_figure_is_explained(client: FlaskClient) -> None:
    assert 'id="doelen-zonder-initiatief"' in client.get("/cijfers").text
