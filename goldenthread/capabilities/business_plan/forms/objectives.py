from django import forms as fields

from goldenthread.capabilities.business_plan.forms.choosing import offer
from goldenthread.capabilities.business_plan.queries.objectives import number_is_taken
from goldenthread.capabilities.business_plan.queries.owners import (
    Named,
    groups_of,
    organisations_of,
    seats_of,
)
from goldenthread.capabilities.business_plan.rules import numbering
from goldenthread.foundations.design.dates import DateField
from goldenthread.foundations.design.fields import Searchable
from goldenthread.foundations.design.forms import GovukForm
from goldenthread.foundations.design.look import Look

PEOPLE = 3  # boxes for people; more where an objective has more


def _named(things) -> list[tuple[str, str]]:
    return [(str(pk), name) for pk, name in things.values_list("pk", "name")]


def _seat(seat) -> str:
    held = seat.person.name if seat.person_id else seat.title or "Vacant seat"
    return f"{held}, {seat.organisation.name}"


def _several(label: str) -> fields.MultipleChoiceField:
    return fields.MultipleChoiceField(
        label=label, required=False, widget=fields.CheckboxSelectMultiple
    )


class ObjectiveForm(GovukForm):
    priority = fields.TypedChoiceField(
        label="Priority", coerce=int, error_messages={"required": "Choose the priority"}
    )
    number = fields.CharField(
        label="Number", max_length=20, error_messages={"required": "Enter the objective's number"}
    )
    text = fields.CharField(
        label="Objective",
        widget=fields.Textarea,
        max_length=5000,
        error_messages={"required": "Enter what is to be done"},
    )
    due_on = DateField(label="Due", required=False, help_text="For a whole month, its last day")
    due_is_month = fields.BooleanField(
        label="The plan names only the month, not the day", required=False
    )
    groups = _several("Groups that answer for it")
    organisations = _several("Organisations that answer for it")
    other_owners = fields.CharField(
        label="Others, by name",
        required=False,
        max_length=600,
        help_text="Who is not in the list, one after another with a semicolon between",
    )
    outcome_measure = fields.CharField(
        label="Outcome measure",
        widget=fields.Textarea,
        required=False,
        max_length=2000,
        help_text="How anyone will know that it worked",
    )
    difference = fields.CharField(
        label="What difference will it make for children?",
        widget=fields.Textarea,
        required=False,
        max_length=2000,
    )
    looks = {
        "number": Look(width="5"),
        "text": Look(rows=3),
        "groups": Look(small=True),
        "organisations": Look(small=True),
        "outcome_measure": Look(rows=2),
        "difference": Look(rows=2),
    }

    ORDER = (
        "priority",
        "number",
        "text",
        "due_on",
        "due_is_month",
        "outcome_measure",
        "difference",
    )

    def __init__(self, *args, plan, priorities, objective=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.plan, self.objective = plan, objective
        known = [(p.pk, f"{p.number}. {p.title}") for p in priorities]
        offer(self, "priority", [("", "Choose one"), *known])
        offer(self, "groups", _named(groups_of(plan.partnership_id)))
        offer(self, "organisations", _named(organisations_of(plan.partnership_id)))
        self._add_people(plan.partnership_id)

    def _add_people(self, partnership_id: int) -> None:
        """A box for each person who answers for it, and some more."""
        seats = [("", "Nobody"), *((str(s.pk), _seat(s)) for s in seats_of(partnership_id))]
        held = sum(name.startswith("person_") for name in self.initial)
        for number in range(1, max(PEOPLE, held + 1) + 1):
            self.fields[f"person_{number}"] = fields.ChoiceField(
                label=f"Person {number}", required=False, choices=seats, widget=Searchable
            )
        self.order_fields(self.ORDER)

    def clean_number(self):
        number = numbering.bare(self.cleaned_data["number"])
        if not number:
            raise fields.ValidationError("Enter a number without spaces, such as 2.1")
        if number_is_taken(self.plan, number, besides=self.objective):
            raise fields.ValidationError(f"The plan has an objective {number} already")
        return number

    def clean(self):
        kept = super().clean()
        if kept.get("due_is_month") and not kept.get("due_on"):
            self.add_error("due_on", "Enter the last day of the month it is due in")
        return kept

    @property
    def named(self) -> list[Named]:
        """Everyone who was chosen, then everyone who was typed."""
        kept = self.cleaned_data
        people = [value for name, value in kept.items() if name.startswith("person_") and value]
        typed = [" ".join(name.split())[:200] for name in kept["other_owners"].split(";")]
        return [
            *(Named(group_id=int(pk)) for pk in kept["groups"]),
            *(Named(organisation_id=int(pk)) for pk in kept["organisations"]),
            *(Named(seat_id=int(pk)) for pk in people),
            *(Named(name=name) for name in typed if name),
        ]


def as_chosen(owners) -> dict[str, object]:
    """The owners of an objective as the form shows them."""
    seats = [str(owner.seat_id) for owner in owners if owner.seat_id]
    return {
        "groups": [str(owner.group_id) for owner in owners if owner.group_id],
        "organisations": [str(owner.organisation_id) for owner in owners if owner.organisation_id],
        "other_owners": "; ".join(owner.name for owner in owners if owner.name),
        **{f"person_{number}": seat for number, seat in enumerate(seats, start=1)},
    }
