import io
import zipfile
import zlib

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from goldenthread.foundations.documents import actions, inspection, store
from goldenthread.foundations.documents.rules import Classification
from goldenthread.foundations.people.gate import under
from goldenthread.foundations.people.roles import Role
from goldenthread.foundations.people.tests import factories


@pytest.fixture
def manager(db):
    return factories.member(Role.BUSINESS_MANAGER)


def keep(name, content, by, classification=Classification.PARTNERSHIP):
    with under(by):
        return actions.keep(
            SimpleUploadedFile(name, content),
            title="Minutes",
            classification=classification,
            about="x:1",
            by=by,
        )


def test_what_comes_in_goes_out_unchanged(client, manager):
    document = keep("minutes.txt", b"Agreed: audit strategy discussions.", manager)
    address = reverse("documents:download", kwargs={"partnership": manager.slug, "pk": document.pk})
    response = factories.sign_in(client, manager).get(address)
    assert response.content == b"Agreed: audit strategy discussions."
    assert response["Content-Disposition"].startswith("attachment")


def test_the_bytes_on_disk_are_sealed(manager):
    keep("minutes.txt", b"Agreed: audit strategy discussions.", manager)
    name = store.checksum(b"Agreed: audit strategy discussions.")
    path = store._path(name, manager.partnership_id)
    assert b"strategy" not in path.read_bytes()


def test_another_partnership_cannot_download_it(client, manager):
    document = keep("minutes.txt", b"Agreed.", manager)
    stranger = factories.member(Role.BUSINESS_MANAGER)
    address = reverse(
        "documents:download", kwargs={"partnership": stranger.slug, "pk": document.pk}
    )
    assert factories.sign_in(client, stranger).get(address).status_code == 404


def test_a_restricted_document_is_refused_to_a_lay_member(client, manager):
    document = keep("minutes.txt", b"Agreed.", manager, Classification.RESTRICTED)
    with under(manager):
        partnership = factories.Partnership.objects.get(pk=manager.partnership_id)
    lay = factories.member(Role.LAY_MEMBER, partnership=partnership)
    address = reverse("documents:download", kwargs={"partnership": lay.slug, "pk": document.pk})
    assert factories.sign_in(client, lay).get(address).status_code == 403


def macro_workbook() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("xl/vbaProject.bin", b"code")
    return made.getvalue()


def renamed_macro() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        says = '<Override ContentType="application/vnd.ms-office.vbaProject" PartName="/xl/a.bin"/>'
        package.writestr("[Content_Types].xml", says)
        package.writestr("xl/a.bin", b"code")
    return made.getvalue()


def of_a_later_kind() -> bytes:
    """Says it needs a newer unpacker than there is, as a damaged byte does."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
    return made.getvalue().replace(b"PK\x01\x02\x14\x03\x14", b"PK\x01\x02\x14\x03\xf1")


def packed_script() -> bytes:
    packed = zlib.compress(b"<</S/JavaScript/JS(app.alert(1))>>")
    return b"%PDF-1.7\n1 0 obj <</Type/ObjStm/Filter/FlateDecode>> stream\n" + packed


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("run.exe", b"MZ", "not taken"),
        ("page.html", b"<script>", "not taken"),
        ("empty.pdf", b"", "empty"),
        ("report.pdf", b"MZ\x90", "something else"),
        ("report.pdf", b"%PDF-1.7 /JavaScript (x)", "script"),
        ("report.pdf", b"%PDF-1.7 /J#61vaScript (x)", "script"),
        ("report.pdf", b"%PDF-1.7 /S /Rendition /JS\n(x)", "script"),
        ("report.pdf", b"%PDF-1.7 /JS<6170>", "script"),
        ("report.pdf", packed_script(), "script"),
        ("log.xlsx", macro_workbook(), "macros"),
        ("log.xlsx", renamed_macro(), "macros"),
        ("log.xlsx", of_a_later_kind(), "something else"),
        ("log.xlsx", b"not a zip", "something else"),
        ("notes.txt", b"\x7fELF\x02\x00\x00\x01", "something else"),
        ("photo.png", b"\x89PNG broken", "something else"),
        ("big.pdf", b"%PDF-" + b"0" * inspection.MOST_BYTES, "larger than"),
    ],
)
def test_what_could_harm_is_refused_with_a_reason(name, content, says):
    with pytest.raises(inspection.Refused, match=says):
        inspection.inspected(name, content)


def test_a_picture_loses_its_metadata():
    made = io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "Taken at the child's home"
    Image.new("RGB", (8, 8), "red").save(made, format="JPEG", exif=exif)
    assert b"child's home" in made.getvalue()
    _, kept = inspection.inspected("photo.jpg", made.getvalue())
    assert b"child's home" not in kept


def test_a_new_version_keeps_the_old_one(manager):
    document = keep("minutes.txt", b"First.", manager)
    with under(manager):
        actions.add_version(
            SimpleUploadedFile("minutes.txt", b"Second."), document=document, by=manager
        )
        assert [version.number for version in document.versions.all()] == [2, 1]


def kept_picture(picture: Image.Image, ending: str, **how) -> Image.Image:
    given = io.BytesIO()
    picture.save(given, ending, **how)
    _, clean = inspection.inspected(f"photo.{ending}", given.getvalue())
    return Image.open(io.BytesIO(clean))


def test_a_picture_with_a_palette_keeps_its_colours():
    red = Image.new("P", (4, 4))
    red.putpalette([255, 0, 0] * 256)
    assert kept_picture(red, "png").convert("RGB").getpixel((0, 0)) == (255, 0, 0)


def test_a_picture_taken_sideways_stays_upright_and_says_nothing_of_the_camera():
    notes = Image.Exif()
    notes[0x0112], notes[0x010E] = 6, "where it was taken"
    kept = kept_picture(Image.new("RGB", (8, 16)), "jpeg", exif=notes)
    assert (kept.size, dict(kept.getexif())) == ((16, 8), {})
