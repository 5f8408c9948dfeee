from io import BytesIO

import docx
import pypdf
import pytest
from bs4 import BeautifulSoup

from goldenthread.engine.writers import html, pdf, word
from goldenthread.engine.writers.tests.reports import whole_report


@pytest.fixture(scope="session")
def report():
    return whole_report()


@pytest.fixture(scope="session")
def page(report):
    return BeautifulSoup(html.page(report), "html.parser")


@pytest.fixture(scope="session")
def pdf_bytes(report):
    return pdf.write(report)


@pytest.fixture(scope="session")
def pdf_file(pdf_bytes):
    return pypdf.PdfReader(BytesIO(pdf_bytes))


@pytest.fixture(scope="session")
def document(report):
    return docx.Document(BytesIO(word.write(report)))
