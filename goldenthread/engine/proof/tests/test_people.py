"""What a report says of people: small and withheld numbers, adults for children, identifying phrases."""

import pytest

from goldenthread.engine.proof import reading
from goldenthread.engine.proof.settings import Settings
from goldenthread.engine.proof.tests import writing

CATEGORIES = [
    ["Category", "Children"],
    ["Neglect", "41"],
    ["Emotional", "{}"],
    ["Physical", "12"],
    ["Total", "60"],
]
REVIEW = "Local Child Safeguarding Practice Review: Child K\n\nReport author: Dr Jo Bloggs, lead reviewer, 4 March 2026.\n\n1. What happened\n\n{}\n"


def categories(mark: str) -> str:
    rows = [[cell.format(mark) for cell in row] for row in CATEGORIES]
    return "<h2>Children on plans by category</h2>" + writing.html_table(rows)


@pytest.mark.parametrize("mark", ["c", "*", "&lt;10", "less than 10", "[c]"])
def test_a_withheld_number_that_its_total_gives_away_is_found(mark):
    (slip,) = writing.shown(writing.web(categories(mark)))
    assert (slip.kind, slip.found) == ("withheld number", 7)
    assert "row 3, column 2" in slip.place


def test_two_withheld_in_each_line_are_worked_out_where_the_lines_together_give_them_away():
    rows = [
        ["Agency", "Boys", "Girls", "Total"],
        ["Police", "*", "*", "20"],
        ["Health", "10", "*", "17"],
        ["Schools", "*", "9", "30"],
        ["Total", "40", "27", "67"],
    ]
    found = writing.shown(writing.web("<h2>Referrals</h2>" + writing.html_table(rows)))
    assert [slip.found for slip in found] == [9, 11, 7, 21]


def test_numbers_withheld_well_are_left_alone():
    rows = [
        ["Agency", "Boys", "Girls", "Total"],
        ["Police", "*", "*", "20"],
        ["Health", "*", "*", "17"],
        ["Schools", "21", "9", "30"],
        ["Total", "40", "27", "67"],
    ]
    assert writing.shown(writing.web("<h2>Referrals</h2>" + writing.html_table(rows))) == []


def test_small_numbers_of_children_are_found_by_the_threshold_set():
    document = writing.web(categories("7"))
    assert writing.shown(document) == []
    (slip,) = writing.shown(document, Settings(small=9))
    assert slip.kind == "small number"
    assert "row 3, column 2 (7)" in slip.message


def test_small_numbers_of_courses_are_no_concern():
    rows = [
        ["Course", "Sessions", "Learners"],
        ["Neglect", "2", "31"],
        ["Exploitation", "3", "44"],
        ["Total", "5", "75"],
    ]
    assert writing.shown(writing.web("<h2>Training</h2>" + writing.html_table(rows))) == []


def test_adults_where_children_are_meant():
    title = "Safeguarding Children Partnership: yearly report\n\nWe listen to children and young people.\n\n"
    found = "This framework tells how well adults in Calder Vale are protected."
    fine = "The Safeguarding Adults Board shares our office. Adults who care for children were safeguarded too."
    assert writing.kinds(writing.text(title + found)) == {"adults for children"}
    assert writing.shown(writing.text(title + fine)) == []
    adults = "Safeguarding Adults Board: yearly report\n\nWe protect adults.\n\n" + found
    assert writing.shown(writing.text(adults)) == []


def test_a_years_total_told_as_a_quarters():
    words = "Children's Partnership {}\n\nA total of 2,114 modules were completed in this quarter, and 81 courses over the year."
    assert writing.kinds(writing.text(words.format("annual report 2025/26"))) == {"period"}
    assert writing.shown(writing.text(words.format("quarterly report, Q2 2025/26"))) == []


@pytest.mark.parametrize(
    ("words", "what"),
    [
        ("Child K was born on 14 March 2022.", "a date of birth"),
        ("He was aged 3 years and 2 months when he died.", "an age to the month"),
        ("A 14-month-old baby lived there.", "an age to the month"),
        ("He died at Marfield General Hospital.", "a school, hospital or practice by name"),
        ("She attended Oakdene Primary School.", "a school, hospital or practice by name"),
        ("They lived in the village of Netherby Moor.", "a village or small place"),
        ("He was the youngest of four siblings.", "a count of siblings"),
        ("Her two older brothers were at home.", "a count of siblings"),
        ("His NHS number was 943 476 5919.", "an NHS number"),
        ("The family lived at 14 Beck Lane.", "an address"),
        ("The home was in LS29 9ZZ.", "a postcode"),
        ("Mrs Thornton called the police.", "a name"),
        ("His mother, Kelly, was seen alone.", "a name"),
        ("A social worker, Sarah Wills, had seen him.", "a name"),
        ("On 12 May 2025 the police attended the home.", "an exact date"),
    ],
)
def test_a_review_is_searched_for_what_could_identify(words, what):
    found = writing.shown(writing.text(REVIEW.format(words)))
    assert [slip.kind for slip in found] == ["identifying"]
    assert what in found[0].message


def test_an_anonymised_review_is_left_alone():
    words = (
        "Child K was a toddler who lived with Mother and siblings in a small town. Father was known to the police."
        " The hospital told the school. Agencies met within 15 working days. The National Panel was told."
        " Working Together to Safeguard Children asks for more. Health Visitor 1 saw Child K in the spring."
    )
    assert writing.shown(writing.text(REVIEW.format(words))) == []


def test_other_reports_may_name_schools_and_people():
    words = "Yearly report 2024/25\n\nOakdene Primary School and Mrs Thornton won an award in the village of Netherby."
    assert writing.shown(writing.text(words)) == []


def test_nhs_numbers_and_birth_dates_are_slips_anywhere():
    words = "Yearly report 2024/25\n\nOne child (NHS number 943 476 5919, date of birth 14/03/2022) was moved. Ring 0113 496 0000."
    assert [s.kind for s in writing.shown(writing.text(words))] == ["identifying", "identifying"]


def test_a_review_still_carrying_tracked_changes_is_found(tmp_path):
    import docx
    from docx.oxml import OxmlElement

    made = docx.Document()
    made.add_heading("Serious Case Review: Child M", 1)
    line = made.add_paragraph("Agencies worked apart.")
    line._p.append(OxmlElement("w:ins"))
    made.save(tmp_path / "review.docx")
    (slip,) = writing.shown(reading.read(tmp_path / "review.docx"))
    assert "tracked changes" in slip.message


def test_a_withheld_number_is_given_away_by_the_percentage_beside_it():
    rows = [
        ["Outcome", "Children", "%"],
        ["Returned home", "31", "62%"],
        ["Kinship care", "c", "8%"],
        ["Adopted", "c", "30%"],
        ["Total", "50", "100%"],
    ]
    found = writing.shown(writing.web("<h2>Leaving care</h2>" + writing.html_table(rows)))
    assert [slip.found for slip in found] == [4, 15]


def test_a_withheld_number_is_given_away_by_a_total_in_the_text():
    rows = [["Area", "Children"], ["North", "c"], ["South", "24"], ["East", "31"]]
    page = (
        "<h2>Children privately fostered</h2><p>In all, {} children were privately fostered.</p>"
        + writing.html_table(rows)
    )
    (slip,) = writing.shown(writing.web(page.format(58)))
    assert slip.found == 3
    assert writing.shown(writing.web(page.format("fewer than 70"))) == []
