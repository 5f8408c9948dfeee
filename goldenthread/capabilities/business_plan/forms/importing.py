from django import forms as fields

from goldenthread.capabilities.business_plan.forms.choosing import offer
from goldenthread.capabilities.business_plan.forms.plans import ends_after_it_starts
from goldenthread.capabilities.business_plan.queries.plans import plan_called, plans_seen_by
from goldenthread.capabilities.business_plan.rules import Stage
from goldenthread.capabilities.business_plan.rules.plan_file.columns import COLUMNS
from goldenthread.engine.intake.limits import USUAL
from goldenthread.foundations.design.dates import DateField
from goldenthread.foundations.design.fields import LimitedFileField
from goldenthread.foundations.design.forms import GovukForm
from goldenthread.foundations.design.look import Look

NEW = "new"


class BringForm(GovukForm):
    file = LimitedFileField(
        most_bytes=USUAL.file_bytes,
        label="File with the plan",
        help_text="CSV, Excel, OpenDocument or Word: one row for each objective. You see what is"
        " in it before anything is kept",
        error_messages={"required": "Choose the file with the plan"},
    )
    into = fields.ChoiceField(
        label="Which plan is it?",
        widget=fields.RadioSelect,
        error_messages={"required": "Choose which plan it is"},
    )
    title = fields.CharField(
        label="Title of the plan",
        max_length=200,
        error_messages={"required": "Enter the title of the plan"},
    )
    starts_on = DateField(label="Starts on", error_messages={"required": "Enter when it starts"})
    ends_on = DateField(label="Ends on", error_messages={"required": "Enter when it ends"})
    looks = {name: Look(revealed_by=("into", NEW)) for name in ("title", "starts_on", "ends_on")}

    def __init__(self, *args, member, **kwargs):
        super().__init__(*args, **kwargs)
        self.member = member
        self.plans = {str(p.pk): p for p in plans_seen_by(member).exclude(stage=Stage.ENDED)}
        known = [(pk, plan.title) for pk, plan in self.plans.items()]
        offer(self, "into", [(NEW, "A new plan"), *known])

    def clean_title(self):
        title = self.cleaned_data["title"]
        if title and plan_called(self.member, title):
            raise fields.ValidationError("There is a plan with this title. Choose it above")
        return title

    def clean(self):
        super().clean()
        return ends_after_it_starts(self)

    @property
    def plan(self):
        return self.plans.get(self.cleaned_data["into"])


class ColumnsForm(GovukForm):
    """Which heading stands for what."""

    def __init__(self, *args, header, **kwargs):
        super().__init__(*args, **kwargs)
        for column in COLUMNS:
            none = "Choose one" if column.required else "No column"
            self.fields[column.name] = fields.ChoiceField(
                label=column.title,
                choices=[("", none), *((heading, heading) for heading in header)],
                required=column.required,
                error_messages={"required": f"Choose the column for {column.title.lower()}"},
            )

    def clean(self):
        kept = super().clean()
        chosen = [heading for heading in kept.values() if heading]
        for name, heading in kept.items():
            if heading and chosen.count(heading) > 1:
                self.add_error(name, f"“{heading}” is chosen twice. Choose each column once")
                break
        return kept

    @property
    def mapping(self) -> dict[str, str]:
        return {heading: name for name, heading in self.cleaned_data.items() if heading}
