"""A quarter is not given away by its year, nor a month by its quarter."""

import random

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from goldenthread.engine.disclosure import Sum, rule_for
from goldenthread.engine.disclosure.tests.attacker import Reader
from goldenthread.foundations.measures import definitions
from goldenthread.foundations.measures.showing import withholding
from goldenthread.foundations.measures.showing.tables import table_for

QUARTERS = ("Q1 2024/25", "Q2 2024/25", "Q3 2024/25", "Q4 2024/25")
YEAR = "2024/25"
ENQUIRIES, PLANS = "section-47-enquiries", "plans"
PUBLIC = rule_for("public")


@pytest.fixture
def published(bring, asker):
    """Bring figures by period in, and read the public's table: text by period."""

    def read(figures, code=ENQUIRIES):
        name = definitions.definitions()[code].name
        rows = "".join(f"{name},{period},{count}\n" for period, count in figures.items())
        bring("figures.csv", f"indicator,period,value\n{rows}".encode())
        table = table_for(asker, [code], "public")
        return dict(zip(table.columns, [c.text for c in table.lines[0].cells], strict=True))

    return read


def by_quarter(*counts):
    return dict(zip(QUARTERS, counts, strict=True))


def test_a_small_quarter_takes_another_quarter_with_it_and_the_year_stays(published):
    texts = published({**by_quarter(3, 20, 30, 22), YEAR: 75})
    assert texts["Q1 2024/25"] == "c"
    assert texts[YEAR] == "75"
    assert list(texts.values()).count("c") == 2


def test_one_quarter_beside_its_year_tells_nothing_of_the_other_three(published):
    """72 of 75 in three quarters would tell of the three in the fourth."""
    texts = published({**dict(zip(QUARTERS, (20, 30, 22), strict=False)), YEAR: 75})
    assert list(texts.values()).count("c") == 1


def test_a_year_that_its_quarters_do_not_quite_make_guards_them_too(published):
    """One child twice in the year: who takes away finds 2 where there are 3."""
    texts = published({**by_quarter(3, 20, 30, 22), YEAR: 74})
    assert list(texts.values()).count("c") == 2


def test_counts_on_a_day_do_not_make_one_another(published):
    texts = published({"31 March 2024": 3, "31 March 2025": 40, "30 June 2024": 22}, code=PLANS)
    assert list(texts.values()).count("c") == 1


def test_months_are_guarded_by_their_quarter_and_quarters_by_their_year(published):
    months = {"April 2024": 4, "May 2024": 12, "June 2024": 11}
    texts = published({**months, **by_quarter(27, 20, 30, 22), YEAR: 99})
    assert [texts[month] for month in months].count("c") == 2
    assert list(texts.values()).count("c") == 2


@pytest.mark.parametrize("seed", range(12))
def test_nobody_works_a_quarter_out_with_linear_programming(published, seed):
    chance = random.Random(seed)
    counts = [chance.randint(0, chance.choice([4, 9, 40])) for _ in QUARTERS]
    texts = published({**by_quarter(*counts), YEAR: sum(counts)})
    true = {**by_quarter(*counts), YEAR: sum(counts)}
    reader = Reader(PUBLIC, [Sum(YEAR, QUARTERS)], texts)
    assert not [p for p, n in true.items() if PUBLIC.is_small(n) and texts[p] != "c"]
    for low, high in reader.ranges().values():
        assert high is None or high - low >= PUBLIC.threshold - 1, (true, texts)


def test_what_cannot_be_proved_safe_is_withheld_and_no_error(published, monkeypatch):
    monkeypatch.setattr(withholding.disclosure, "withhold_linked", refuse)
    texts = published({**by_quarter(3, 20, 30, 0), YEAR: 53})
    assert texts == {**dict.fromkeys([*QUARTERS, YEAR], "c"), "Q4 2024/25": "0"}


def refuse(*_, **__):
    raise withholding.CannotPublishTogether(PUBLIC, ["Q1"])


def test_the_number_of_queries_does_not_grow_with_the_quarters(published, asker):
    published({YEAR: 75})
    few = queries_of(asker)
    published({**by_quarter(3, 20, 30, 22), "Q1 2023/24": 8, "2023/24": 90})
    assert queries_of(asker) == few


def queries_of(asker) -> int:
    with CaptureQueriesContext(
        connection,
    ) as asked:
        table_for(asker, [ENQUIRIES], "public")
    return len(asked)
