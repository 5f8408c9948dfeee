"""A file field that says at once, beside itself, when the file would be refused."""

from django import forms

from goldenthread.foundations.documents import inspection


class ShownFile(forms.FileField):
    def clean(self, data, initial=None):
        upload = super().clean(data, initial)
        if upload:
            try:
                inspection.inspected(upload.name, upload.read(inspection.MOST_BYTES + 1))
            except inspection.Refused as refusal:
                raise forms.ValidationError(str(refusal)) from None
            finally:
                upload.seek(0)
        return upload
