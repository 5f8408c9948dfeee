"""Figures in the text that a table of the same document contradicts."""

from collections.abc import Iterator

from goldenthread.engine.proof.checks import (
    claims,
    contradicted_rows,
    contradicted_totals,
    table_facts,
)
from goldenthread.engine.proof.document import Document
from goldenthread.engine.proof.settings import Settings
from goldenthread.engine.proof.slip import Slip


def check(document: Document, settings: Settings) -> Iterator[Slip]:
    """For each figure that no table bears out, the surest contradiction, if there is one."""
    tables = table_facts.facts(document)
    borne_out = frozenset(value for table in tables for value in table.values)
    index, wholes = contradicted_rows.by_word(tables), contradicted_totals.Wholes(tables)
    for claim in claims.claims(document) if tables else ():
        if claim.figure.value not in borne_out and not claim.rough:
            found = [
                *contradicted_rows.against_rows(claim, index),
                *contradicted_totals.against_wholes(claim, wholes),
            ]
            if found:
                yield max(found, key=lambda slip: slip.certainty)
