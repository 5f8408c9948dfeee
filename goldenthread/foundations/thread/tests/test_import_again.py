"""What an imported log says of its ratings is kept, and how its columns were read is remembered."""

import csv
import io

from goldenthread.foundations.people.gate import under
from goldenthread.foundations.people.roles import Role
from goldenthread.foundations.people.tests import factories
from goldenthread.foundations.thread.actions import importing
from goldenthread.foundations.thread.models import Action
from goldenthread.foundations.thread.tests.browsing import get, words
from goldenthread.foundations.thread.tests.logs import LOG, brought_in, exported, uploaded


def test_a_rating_that_the_dates_do_not_bear_out_is_kept_with_its_reason(client, manager):
    log = brought_in(manager, uploaded(manager))
    with under(manager):
        first, second = Action.objects.order_by("reference")
        assert (first.said_rating, first.why_said) == ("", "")
        assert (second.said_rating, second.why_said) == ("red", "As rated in the imported log")
        assert second.rating_changes.get().reason == "As rated in the imported log"
    page = words(get(client, manager, "action", pk=second.pk))
    assert "Red Set by hand: As rated in the imported log" in page
    assert exported(client, manager, log)[2][6] == "R"


def test_a_log_of_the_same_headings_is_proposed_as_the_last_one_was_mapped(client, manager):
    first = uploaded(manager)
    with under(manager):
        importing.map_columns(
            log=first, mapping={"Action": "action", "Notes to self": "progress"}, by=manager
        )
    brought_in(manager, first)
    header, *rows = list(csv.reader(io.StringIO(LOG)))
    turned = "\n".join(",".join(reversed(row)) for row in [header, *rows])
    second = uploaded(manager, turned.encode(), "again.csv")
    assert second.mapping == {"Action": "action", "Notes to self": "progress"}
    page = get(client, manager, "import-columns", pk=second.pk)
    assert "log.csv" in words(page)
    chosen = page.find_all("select")[1]
    assert chosen.find("option", selected=True)["value"] == "progress"


def test_the_columns_of_another_partnership_are_not_proposed(manager):
    elsewhere = factories.member(Role.BUSINESS_MANAGER)
    theirs = uploaded(elsewhere)
    with under(elsewhere):
        importing.map_columns(log=theirs, mapping={"Action": "action"}, by=elsewhere)
    brought_in(elsewhere, theirs)
    assert len(uploaded(manager).mapping) > 1


def test_each_column_stands_beside_what_is_under_it(client, manager):
    page = get(client, manager, "import-columns", pk=uploaded(manager).pk)
    rows = page.find("table").tbody.find_all("tr")
    assert len(rows) == 10
    assert rows[2].th.get_text(" ", strip=True) == "Action Write the list; Tell the teams"
    label = page.find("label", attrs={"for": rows[2].find("select")["id"]})
    assert label.get_text(strip=True) == "What “Action” is"
