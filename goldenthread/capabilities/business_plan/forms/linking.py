from django import forms as fields

from goldenthread.capabilities.business_plan.forms.choosing import offer
from goldenthread.capabilities.business_plan.queries import links
from goldenthread.foundations.design.fields import CountField, Searchable
from goldenthread.foundations.design.forms import GovukForm
from goldenthread.foundations.design.look import Look

CHOICES = [
    (links.ACTION, "An action of the tracker"),
    (links.RECOMMENDATION, "A recommendation"),
    (links.MEASURE, "A measure"),
]


class LinkForm(GovukForm):
    kind = fields.ChoiceField(
        label="What is it linked to?",
        choices=CHOICES,
        widget=fields.RadioSelect,
        error_messages={"required": "Choose what it is linked to"},
    )
    action = CountField(
        label="Number of the action", error_messages={"required": "Enter the action's number"}
    )
    recommendation = CountField(
        label="Number of the recommendation",
        error_messages={"required": "Enter the recommendation's number"},
    )
    measure = fields.ChoiceField(
        label="Measure", widget=Searchable, error_messages={"required": "Choose the measure"}
    )
    looks = {
        "action": Look(width="5", revealed_by=("kind", links.ACTION)),
        "recommendation": Look(width="5", revealed_by=("kind", links.RECOMMENDATION)),
        "measure": Look(revealed_by=("kind", links.MEASURE)),
    }

    def __init__(self, *args, member, **kwargs):
        super().__init__(*args, **kwargs)
        self.member = member
        offer(self, "measure", [("", "Choose one"), *links.measure_choices(member)])

    def clean(self):
        kept = super().clean()
        name = str(kept.get("kind", "")).rpartition(".")[2]
        if name and kept.get(name) and not links.exists(self.member, kept["kind"], int(kept[name])):
            self.add_error(name, f"There is no {name} with this number that you may see")
        return kept

    @property
    def reference(self) -> str:
        kind = self.cleaned_data["kind"]
        return f"{kind}:{self.cleaned_data[kind.rpartition('.')[2]]}"
