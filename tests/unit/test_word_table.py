"""Tables of words as spaCy's own answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from spacy.lookups import Lookups, Table
from spacy.strings import get_string_id

from extractor.word_table import WordTable, tables_loaded_fast

if TYPE_CHECKING:
    from collections.abc import Mapping

HASH = get_string_id("prise")
BY_STRING: dict[str | int, object] = {"prise": ["prendre"], "avoirs": ["avoir"]}
BY_HASH: dict[str | int, object] = {get_string_id(form): lemmas for form, lemmas in BY_STRING.items()}


@pytest.mark.parametrize("data", [None, {}, BY_STRING, BY_HASH], ids=["none", "empty", "strings", "hashes"])
def test_it_answers_as_spacys_own(data: Mapping[str | int, object] | None) -> None:
    tables = Table("lemma_lookup", data), WordTable("lemma_lookup", data)
    for table in tables:
        table["tombé"] = ["tomber"]
        table.set("pris", ["prendre"])
    theirs, ours = tables
    assert ours == dict(theirs)
    assert ours.name == theirs.name
    for key in ("prise", HASH, "tombé", "pris", "inconnu", 0):
        assert (key in ours) == (key in theirs)
        assert ours.get(key, "none") == theirs.get(key, "none")
    assert ours["pris"] == ["prendre"]


def test_what_was_loaded_fast_is_saved_as_always() -> None:
    own = Lookups()
    own.add_table("lemma_lookup", dict(BY_STRING))
    with tables_loaded_fast():
        fast = Lookups().from_bytes(own.to_bytes())
    assert isinstance(fast.get_table("lemma_lookup"), WordTable)
    assert fast.to_bytes() == own.to_bytes()
    assert type(Lookups().from_bytes(fast.to_bytes()).get_table("lemma_lookup")) is Table
