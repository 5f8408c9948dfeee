import subprocess
import sys


def test_importing_the_writers_loads_nothing_heavy():
    """Web workers may show a report as HTML; PDF, Word and Excel are the background worker's work."""
    code = (
        "import sys; from goldenthread.engine.writers import excel, html, pdf, prose, report, word;"
        "print([m for m in ('weasyprint', 'docx', 'xlsxwriter', 'vl_convert', 'altair') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
