from typing import Any

from django import forms as fields

from goldenthread.capabilities.business_plan import queries
from goldenthread.capabilities.business_plan.queries.plans import plan_called
from goldenthread.capabilities.business_plan.rules import numbering
from goldenthread.foundations.design.dates import DateField
from goldenthread.foundations.design.forms import GovukForm
from goldenthread.foundations.design.look import Look


def ends_after_it_starts(form: GovukForm) -> dict[str, Any]:
    """What the form has read so far, with an error at its end where that is not after its start."""
    kept = form.cleaned_data
    starts, ends = kept.get("starts_on"), kept.get("ends_on")
    if starts and ends and ends <= starts:
        form.add_error("ends_on", "The plan must end after it starts")
    return kept


class PlanForm(GovukForm):
    title = fields.CharField(
        label="Title of the plan",
        max_length=200,
        help_text="For example, Business plan 2025/27",
        error_messages={"required": "Enter the title of the plan"},
    )
    starts_on = DateField(label="Starts on", error_messages={"required": "Enter when it starts"})
    ends_on = DateField(label="Ends on", error_messages={"required": "Enter when it ends"})
    source = fields.CharField(
        label="Source",
        max_length=300,
        required=False,
        help_text="The document that the plan was agreed in, if there is one",
    )

    def __init__(self, *args, member, plan=None, **kwargs):
        self.member, self.plan = member, plan
        super().__init__(*args, **kwargs)

    def clean_title(self):
        title = self.cleaned_data["title"]
        same = plan_called(self.member, title)
        if same and same != self.plan:
            raise fields.ValidationError("There is a plan with this title already")
        return title

    def clean(self):
        super().clean()
        return ends_after_it_starts(self)


class PriorityForm(GovukForm):
    number = fields.CharField(
        label="Number", max_length=20, error_messages={"required": "Enter the priority's number"}
    )
    title = fields.CharField(
        label="Priority", max_length=300, error_messages={"required": "Enter the priority"}
    )
    aim = fields.CharField(label="Aim", widget=fields.Textarea, max_length=2000, required=False)
    strategic_link = fields.CharField(
        label="Strategic link",
        widget=fields.Textarea,
        max_length=2000,
        required=False,
        help_text="The strategy or duty that this priority serves",
    )
    looks = {"number": Look(width="4"), "aim": Look(rows=2), "strategic_link": Look(rows=2)}

    def __init__(self, *args, plan, priority=None, **kwargs):
        self.plan, self.priority = plan, priority
        super().__init__(*args, **kwargs)

    def clean_number(self):
        number = numbering.bare(self.cleaned_data["number"])
        if not number:
            raise fields.ValidationError("Enter a number without spaces, such as 3")
        others = queries.priorities_of(self.plan).filter(number=number)
        own = self.priority.pk if self.priority else 0
        if others.exclude(pk=own).exists():
            raise fields.ValidationError(f"The plan has a priority {number} already")
        return number


class ReasonForm(GovukForm):
    """Asks why a step is taken."""

    reason = fields.CharField(widget=fields.Textarea, max_length=2000)
    looks = {"reason": Look(rows=3)}

    def __init__(self, *args, asks: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reason"].label = asks
        self.fields["reason"].error_messages["required"] = "Give a reason"
