"""A list that is sorted, filtered and paged by its address, with two queries whatever its length.

    listing = Listing(
        queries.actions_seen_by(member), request.GET,
        columns=(Column("Action"), Column("Due", "due", by=("due_on",)), Column("Owner", "owner", by=("owner__name",))),
        filters=(Search("text", "Words", ("title",)), Choice("rag", "Rating", RAGS, "rag")),
        sorted_by="due", one="action",
    )

Whatever stands in the address that makes no sense is left aside: it never fails.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from django.core.paginator import Page, Paginator
from django.db.models import F, QuerySet
from django.db.models.expressions import OrderBy
from django.http import QueryDict

from goldenthread.foundations.design.filters import Filter, filter_form
from goldenthread.foundations.design.words import counted

DIRECTIONS = {"": "ascending", "-": "descending"}


@dataclass(frozen=True)
class Column:
    """A heading. With a `key` it sorts, by these fields; `numeric` puts its cells to the right."""

    title: str
    key: str = ""
    by: tuple[str, ...] = ()
    numeric: bool = False


@dataclass(frozen=True)
class Active:
    """A filter in force: its words, and the address of the same list without it."""

    label: str
    value: str
    without: str


class Listing:
    def __init__(
        self,
        queryset: QuerySet,
        asked: QueryDict,
        *,
        columns: Sequence[Column],
        filters: Sequence[Filter] = (),
        sorted_by: str = "",
        one: str = "result",
        many: str = "",
        per_page: int = 25,
        cut_first: bool = False,
    ):
        self.queryset, self.asked, self.columns, self.filters = queryset, asked, columns, filters
        self.usual_sort, self.one, self.many, self.per_page = sorted_by, one, many, per_page
        self.cut_first = cut_first

    @cached_property
    def values(self) -> dict[str, list[str]]:
        """What each filter was asked for, of what it can be asked for."""
        return {each.name: each.understood(self.asked.getlist(each.name)) for each in self.filters}

    @cached_property
    def sort(self) -> str:
        """The key in force, with '-' before it where the largest comes first."""
        asked = self.asked.get("sort", "")
        known = {column.key for column in self.columns if column.key}
        return asked if asked.removeprefix("-") in known else self.usual_sort

    @cached_property
    def chosen(self) -> QuerySet:
        found = self.queryset
        for each in self.filters:
            if self.values[each.name]:
                found = each.narrow(found, self.values[each.name])
        return found.order_by(*self._order()) if self.sort else found

    @cached_property
    def page(self) -> Page:
        return Paginator(self.chosen, self.per_page).get_page(self.asked.get("page"))

    @cached_property
    def rows(self) -> list:
        """With `cut_first`, rows are sorted and cut alone; what they are joined with is read for one page's."""
        if not self.cut_first:
            return list(self.page.object_list)
        cut = self.page.object_list.select_related(None).values("pk")  # type: ignore[attr-defined]
        return list(self.chosen.filter(pk__in=cut))

    @property
    def count(self) -> int:
        return self.page.paginator.count

    @property
    def in_words(self) -> str:
        """'Showing 26 to 50 of 312 actions', 'Showing all 3 actions', 'No actions match these filters'."""
        if not self.count:
            nothing = counted(0, self.one, self.many).capitalize()
            return f"{nothing} match these filters" if self.active else nothing
        if not self.page.has_other_pages():
            return f"Showing {'all ' if self.count > 1 else ''}{counted(self.count, self.one, self.many)}"
        of = counted(self.count, self.one, self.many)
        return f"Showing {self.page.start_index():,} to {self.page.end_index():,} of {of}"

    @property
    def headings(self) -> list[dict]:
        return [self._heading(column) for column in self.columns]

    @property
    def active(self) -> list[Active]:
        """Each filter value in force, so that it can be seen and taken away."""
        return [
            Active(each.label, each.in_words(value), self._without(each.name, value))
            for each in self.filters
            for value in self.values[each.name]
        ]

    @property
    def cleared(self) -> str:
        """The address of the whole list, as it is sorted now."""
        kept = {"sort": [self.sort]} if self.sort != self.usual_sort else {}
        return _address(kept)

    @cached_property
    def form(self):
        return filter_form(self.filters, self.values)

    @property
    def pagination(self) -> dict | None:
        """What govukPagination is told; none where one page holds everything."""
        if not self.page.has_other_pages():
            return None
        numbers = self.page.paginator.get_elided_page_range(
            self.page.number, on_each_side=1, on_ends=1
        )
        drawn: dict = {"items": [self._page_item(number) for number in numbers]}
        if self.page.has_previous():
            drawn["previous"] = {"href": self._to_page(self.page.previous_page_number())}
        if self.page.has_next():
            drawn["next"] = {"href": self._to_page(self.page.next_page_number())}
        return {**drawn, "landmarkLabel": f"Pages of {self.many or self.one + 's'}"}

    def _order(self) -> list:
        """The fields of the key, rows without a value last, and the row's own key so that no page repeats one."""
        column = next(each for each in self.columns if each.key == self.sort.removeprefix("-"))
        if not self.sort.startswith("-"):
            return [*column.by, "pk"]  # PostgreSQL puts what is empty last
        return [*map(self._downwards, column.by), "-pk"]

    def _downwards(self, name: str) -> OrderBy:
        """An index sorts only for a query that says of empty values what it says: nothing, if there are none."""
        never_empty = {each.name for each in self.queryset.model._meta.fields if not each.null}
        return F(name).desc(nulls_last=None if name in never_empty else True)

    def _heading(self, column: Column) -> dict:
        drawn = {"title": column.title, "numeric": column.numeric, "href": "", "sorted": ""}
        if not column.key:
            return drawn
        sign = "-" if self.sort.startswith("-") else ""
        now = self.sort.removeprefix("-") == column.key
        turned = f"-{column.key}" if now and not sign else column.key
        address = _address({**self._kept(), "sort": [turned]})
        return {**drawn, "href": address, "sorted": DIRECTIONS[sign] if now else "none"}

    def _page_item(self, number: int | str) -> dict:
        if not isinstance(number, int):
            return {"ellipsis": True}
        current = number == self.page.number
        return {"number": number, "href": self._to_page(number), "current": current}

    def _kept(self) -> dict[str, list[str]]:
        """The filters and the sort in force, as the address names them; the page is left out."""
        kept = {name: values for name, values in self.values.items() if values}
        return kept | ({"sort": [self.sort]} if self.sort != self.usual_sort else {})

    def _to_page(self, number: int) -> str:
        return _address({**self._kept(), "page": [str(number)]})

    def _without(self, name: str, value: str) -> str:
        kept = self._kept()
        kept[name] = [other for other in kept[name] if other != value]
        return _address(kept)


def _address(asked: dict[str, list[str]]) -> str:
    """The same page, asked this."""
    query = QueryDict(mutable=True)
    for name, values in asked.items():
        query.setlist(name, values)
    return f"?{query.urlencode()}"
