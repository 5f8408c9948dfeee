"""The steps by which an action log comes in."""

from django import forms

from goldenthread.engine.intake.action_log import FIELDS
from goldenthread.engine.intake.limits import USUAL
from goldenthread.foundations.design.fields import LimitedFileField
from goldenthread.foundations.design.forms import GovukForm
from goldenthread.foundations.design.look import Look
from goldenthread.foundations.thread.forms.choosing import organisation_field
from goldenthread.foundations.thread.models import ActionLog

JOINING = {one.name for one in FIELDS if one.joins}
TITLES = {one.name: one.title for one in FIELDS}


class UploadForm(GovukForm):
    file = LimitedFileField(
        most_bytes=USUAL.file_bytes,
        label="Your action log",
        help_text="Excel, OpenDocument, CSV, or a Word document with a table",
        error_messages={"required": "Choose the file that holds your action log"},
    )


class TableForm(GovukForm):
    def __init__(self, *args, tables, **kwargs):
        super().__init__(*args, **kwargs)
        choices = [(table.name, self._words(table)) for table in tables]
        self.fields["part"] = forms.ChoiceField(
            label="Which table holds the actions?", choices=choices, widget=forms.RadioSelect
        )
        hints = {t.name: ", ".join(t.headings[:8])[:200] for t in tables}
        self.looks = {"part": Look(hints=hints)}

    @staticmethod
    def _words(table) -> str:
        hidden = " (hidden in the file)" if table.hidden else ""
        return f"{table.name}: {table.rows} rows{hidden}"


class ColumnsForm(GovukForm):
    """One select for each heading; `mapping` is what is suggested or was chosen before."""

    says_optional = False

    def __init__(self, *args, header, mapping, **kwargs):
        super().__init__(*args, **kwargs)
        self.header = header
        choices = [("", "Keep it, but do not read it"), *TITLES.items()]
        for number, heading in enumerate(header):
            self.fields[f"column-{number}"] = forms.ChoiceField(
                label=heading,
                choices=choices,
                required=False,
                initial=mapping.get(heading, ""),
            )

    def clean(self):
        chosen = {h: self.cleaned_data.get(f"column-{n}", "") for n, h in enumerate(self.header)}
        self.mapping = {heading: name for heading, name in chosen.items() if name}
        self._refuse_twice()
        if "action" not in self.mapping.values():
            raise forms.ValidationError("Choose the column that says what is to be done (Action)")
        return self.cleaned_data

    def _refuse_twice(self) -> None:
        seen: dict[str, str] = {}
        for number, heading in enumerate(self.header):
            name = self.mapping.get(heading, "")
            if name and name in seen and name not in JOINING:
                told = f"“{seen[name]}” is already the {TITLES[name]}. Only one column can be"
                self.add_error(f"column-{number}", told)
            seen.setdefault(name, heading)


class OrganisationsForm(GovukForm):
    """What the log calls organisations, each with the one that is meant."""

    says_optional = False

    def __init__(self, *args, words, partnership_id, **kwargs):
        super().__init__(*args, **kwargs)
        self.words = words
        for number, word in enumerate(words):
            self.fields[f"word-{number}"] = organisation_field(partnership_id, word)

    def meant(self) -> list[tuple[str, int]]:
        answers = [(w, self.cleaned_data[f"word-{n}"]) for n, w in enumerate(self.words)]
        return [(word, organisation) for word, organisation in answers if organisation]


class ConfirmForm(GovukForm):
    if_done = forms.ChoiceField(
        label="What should happen to actions that the log says are done?",
        choices=ActionLog.IfDone.choices,
        widget=forms.RadioSelect,
        initial=ActionLog.IfDone.TO_SEE,
    )
    leave_out_refused = forms.BooleanField(label="Leave out the rows that cannot be read")

    def __init__(self, *args, refused: int, **kwargs):
        super().__init__(*args, **kwargs)
        if not refused:
            del self.fields["leave_out_refused"]
            return
        told = "Put them right and upload the file again, or tick the box to leave them out"
        self.fields["leave_out_refused"].error_messages["required"] = told
