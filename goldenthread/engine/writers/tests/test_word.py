from docx.oxml.ns import qn


def test_headings_are_true_headings(document):
    headings = [
        (p.style.name, p.text) for p in document.paragraphs if p.style.name.startswith("Heading")
    ]
    assert ("Heading 1", "What the year was about") in headings
    assert ("Heading 2", "In figures") in headings
    assert ("Heading 2", "What we did") in headings


def test_the_file_says_its_title_and_its_language(document):
    assert document.core_properties.title == "Yearly report 2014/15"
    assert document.core_properties.language == "en-GB"
    [language] = document.styles.element.iter(qn("w:lang"))
    assert language.get(qn("w:val")) == "en-GB"


def test_every_picture_has_its_alternative_text(document, report):
    texts = [pr.get("descr") for pr in document.element.body.iter(qn("wp:docPr"))]
    assert texts == [b.chart.description for b in report.blocks() if b.kind == "chart"]


def test_the_header_row_of_every_table_repeats(document):
    assert len(document.tables) == 4
    for table in document.tables:
        rows = table._tbl.tr_lst
        assert rows[0].find(qn("w:trPr")).find(qn("w:tblHeader")) is not None
        assert all(row.find(qn("w:trPr")) is None for row in rows[1:])


def test_every_table_has_its_caption_before_it(document):
    captions = [p.text for p in document.paragraphs if p.style.name == "Caption"]
    assert captions == ["Allegations by sector", "Section 47 enquiries", "Plans", "Spending"]


def test_the_contents_are_a_field_whose_lines_lead_to_the_headings(document):
    body = document.element.body
    assert any("TOC" in i.text for i in body.iter(qn("w:instrText")))
    kinds = [f.get(qn("w:fldCharType")) for f in body.iter(qn("w:fldChar"))]
    assert kinds == ["begin", "separate", "end"]
    anchors = {a for link in body.iter(qn("w:hyperlink")) if (a := link.get(qn("w:anchor")))}
    places = {b.get(qn("w:name")) for b in body.iter(qn("w:bookmarkStart"))}
    assert len(anchors) == 4
    assert anchors <= places


def test_a_second_numbered_list_begins_with_one_again(document):
    [numbered] = {
        p._p.pPr.numPr.numId.val for p in document.paragraphs if p.style.name == "List Number"
    }
    assert numbered != document.styles["List Number"].element.pPr.numPr.numId.val


def test_a_link_is_a_link(document):
    addresses = [r.target_ref for r in document.part.rels.values() if r.is_external]
    assert addresses == ["https://www.gov.uk/guidance"]
