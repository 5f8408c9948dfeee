import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from goldenthread.foundations.design.fields import LimitedFileField


def test_a_file_over_its_limit_is_refused_with_both_sizes():
    field = LimitedFileField(most_bytes=1024)
    fits, over = (SimpleUploadedFile("log.csv", b"a" * size) for size in (1024, 2048))
    assert field.clean(fits) is fits
    with pytest.raises(ValidationError) as refused:
        field.clean(over)
    said = refused.value.messages[0].replace("\xa0", " ")
    assert said == "The file is 2.0 KB; the most we take is 1.0 KB"
