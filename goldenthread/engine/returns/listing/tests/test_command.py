"""`goldenthread rules` names every rule of a return, and says of each whether it is checked."""

import json

import pytest

from goldenthread.engine.returns.listing.command import main


@pytest.mark.parametrize(("kind", "count", "checked"), [("cin", 109, 109), ("903", 316, 0)])
def test_every_rule_is_listed_with_whether_it_is_checked(capsys, kind, count, checked):
    assert main(["--return", kind, "--json"]) == 0
    rules = json.loads(capsys.readouterr().out)
    assert len({rule["code"] for rule in rules}) == count
    assert sum(rule["checked"] for rule in rules) == checked
    assert {rule["return"] for rule in rules} == {kind}
    assert all(rule["message"] and rule["fields"] for rule in rules)


def test_a_rule_that_is_not_checked_says_so_to_a_person(capsys):
    main(["--return", "903"])
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 316
    assert all("[not checked in this version]" in line for line in lines)
