"""Which area a file means by a name: ours, one we ship, one met before, or a new one."""

from difflib import get_close_matches

from django.utils.text import slugify

from goldenthread.foundations.measures import definitions
from goldenthread.foundations.measures.models import Area
from goldenthread.foundations.people.models import Partnership

KINDS = {"country": Area.Kind.COUNTRY, "region": Area.Kind.REGION, "council": Area.Kind.OTHER}


class Areas:
    """The areas of one partnership by name. Asks the database once; keeps new ones when told to."""

    def __init__(self, partnership: Partnership) -> None:
        self.partnership = partnership
        self.known = {area.name: area for area in Area.objects.filter(partnership=partnership)}
        self.shipped = {row["name"]: row for row in definitions.shipped("areas")}
        self.new: dict[str, Area] = {}

    def find(self, name: str, code: str = "") -> Area:
        """The area; one met for the first time is remembered in `new`."""
        if name not in self.known:
            self.known[name] = self.new[name] = self._made(name, code)
        return self.known[name]

    def mistaken(self, name: str) -> str:
        """The known name that an unknown one is probably a slip for; empty if there is none."""
        names = {*self.known, *self.shipped, self.partnership.area}
        if name in names:
            return ""
        return next(iter(get_close_matches(name, names, n=1, cutoff=0.86)), "")

    def _made(self, name: str, code: str) -> Area:
        row = self.shipped.get(name, {})
        area = Area(
            partnership=self.partnership,
            name=name,
            code=code or row.get("code") or slugify(name)[:60],
        )
        area.kind, area.rank = self._kind(name, row), 0
        if area.kind == Area.Kind.OTHER:
            area.rank = self._rank(area.code)
            area.kind = Area.Kind.NEIGHBOUR if area.rank else area.kind
        return area

    def _kind(self, name: str, row: dict[str, str]) -> str:
        own = self.partnership.area
        if name == own:
            return Area.Kind.OWN
        if own in name.split(" and "):
            return Area.Kind.JOINT
        return KINDS.get(row.get("kind", ""), Area.Kind.OTHER)

    def _rank(self, code: str) -> int:
        own = self.shipped.get(self.partnership.area, {}).get("code")
        ranks = {
            row["neighbour"]: int(row["rank"])
            for row in definitions.shipped("neighbours")
            if row["area"] == own
        }
        return ranks.get(code, 0)

    def keep(self) -> None:
        Area.objects.bulk_create(self.new.values())
