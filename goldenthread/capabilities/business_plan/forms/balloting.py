from django import forms as fields

from goldenthread.capabilities.business_plan.forms.choosing import offer
from goldenthread.capabilities.business_plan.forms.plans import PlanForm
from goldenthread.capabilities.business_plan.rules import counting
from goldenthread.foundations.calendar.today import today
from goldenthread.foundations.design.dates import DateField
from goldenthread.foundations.design.fields import CountField
from goldenthread.foundations.design.forms import GovukForm
from goldenthread.foundations.design.look import Look

FEWEST, MOST, LONGEST = 2, 40, 200


class BallotForm(GovukForm):
    title = fields.CharField(
        label="Title", max_length=200, error_messages={"required": "Enter the ballot's title"}
    )
    question = fields.CharField(
        label="What are members asked?", widget=fields.Textarea, max_length=2000, required=False
    )
    areas = fields.CharField(
        label="Areas of concern",
        widget=fields.Textarea,
        max_length=10_000,
        help_text="One on each line, in the order in which they stand on the paper",
        error_messages={"required": "Enter the areas of concern, one on each line"},
    )
    wanted = CountField(
        label="How many are to become priorities?",
        min_value=1,
        error_messages={"required": "Enter how many are to become priorities"},
    )
    closes_on = DateField(
        label="Last day to vote", error_messages={"required": "Enter the last day to vote"}
    )
    looks = {"question": Look(rows=2), "areas": Look(rows=10), "wanted": Look(width="2")}

    def clean_areas(self) -> list[str]:
        lines = [" ".join(line.split()) for line in self.cleaned_data["areas"].splitlines()]
        areas = [line for line in lines if line]
        long = next((n for n, area in enumerate(areas, 1) if len(area) > LONGEST), 0)
        if long:
            raise fields.ValidationError(f"Area {long} is longer than {LONGEST} characters")
        if len(set(map(str.casefold, areas))) < len(areas):
            raise fields.ValidationError("One area stands on the list twice. Take one away")
        if not FEWEST <= len(areas) <= MOST:
            raise fields.ValidationError(f"Enter {FEWEST} to {MOST} areas, one on each line")
        return areas

    def clean_closes_on(self):
        if self.cleaned_data["closes_on"] < today():
            raise fields.ValidationError("The last day to vote must be today or later")
        return self.cleaned_data["closes_on"]

    def clean(self):
        kept = super().clean()
        areas, wanted = kept.get("areas"), kept.get("wanted")
        if areas and wanted and wanted > len(areas):
            self.add_error("wanted", f"There are only {len(areas)} areas to choose from")
        return kept


class VoteForm(GovukForm):
    """A box for each area. Ranking only some is fine; each number stands once, from 1 without a gap."""

    says_optional = False

    def __init__(self, *args, areas, **kwargs):
        super().__init__(*args, **kwargs)
        self.areas = list(areas)
        for area in self.areas:
            self.fields[f"area_{area.pk}"] = CountField(
                label=area.title,
                required=False,
                error_messages={"invalid": "Enter a whole number, or leave it empty"},
            )
        self.looks = {name: Look(width="2") for name in self.fields}

    @property
    def ranks(self) -> dict[int, int | None]:
        return {area.pk: self.cleaned_data.get(f"area_{area.pk}") for area in self.areas}

    def clean(self):
        kept = super().clean()
        if self.errors:
            return kept
        for area, told in counting.faults(self.ranks, len(self.areas)).items():
            self.add_error(f"area_{area}", told)
        if not any(self.ranks.values()):
            self.add_error(f"area_{self.areas[0].pk}", "Give at least one area a number")
        return kept


class PlanFromBallotForm(PlanForm):
    areas = fields.TypedMultipleChoiceField(
        label="Areas that become priorities",
        coerce=int,
        widget=fields.CheckboxSelectMultiple,
        error_messages={"required": "Choose at least one area"},
    )

    def __init__(self, *args, ranked: list[tuple[int, str]], **kwargs):
        super().__init__(*args, **kwargs)
        del self.fields["source"]
        self.order = [pk for pk, _ in ranked]
        offer(self, "areas", ranked)

    def clean_areas(self) -> list[int]:
        """In the order of their ranks, however the boxes were ticked."""
        return [pk for pk in self.order if pk in self.cleaned_data["areas"]]
