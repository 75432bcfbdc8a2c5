"""Names known beforehand, and names that follow a pattern, found in plain text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.naming.knowledge import demonyms, look_up, occurrences
from extractor.naming.patterns import expansions, organisations


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("L’Etat islamique recule.", [("Etat islamique", "armed_group")]),
        ("Les Talibans et les talibans", [("Talibans", "armed_group"), ("talibans", "armed_group")]),
        ("TALIBANS", [("TALIBANS", "armed_group")]),
        ("l'ONU, l'Onu", [("ONU", "international"), ("Onu", "international")]),
        ("en mer Noire et aux États-Unis", [("mer Noire", "water"), ("États-Unis", "country")]),
        ("N’Djamena, capitale du Tchad", [("N’Djamena", "settlement"), ("Tchad", "country")]),
        ("République démocratique du Congo", [("République démocratique du Congo", "country")]),
        ("AFC/M23 et M23", [("AFC/M23", "armed_group"), ("M23", "armed_group")]),
        ("anti-Hamas, malien, EIX, le peuple", []),
        ("un ei, une afp, la fed", []),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_occurrences(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(text[start:end], entry.kind) for start, end, entry in occurrences(text)] == expected


def test_look_up_tells_aliases_of_one_thing() -> None:
    names = ["Daech", "EI", "État islamique", "etat islamique"]
    found = [look_up(name) for name in names]
    assert {entry.same for entry in found if entry} == {"État islamique"}
    assert len([entry for entry in found if entry]) == len(names)


@pytest.mark.parametrize("word", ["afghan", "afghanes", "irakienne", "nord-coreens", "touaregs", "francais"])
def test_demonyms_in_every_form(word: str) -> None:
    assert word in demonyms()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("L'armée malienne et les forces armées irakiennes", ["armée malienne", "forces armées irakiennes"]),
        ("l’armée de Bakou, l'armée de métier", ["armée de Bakou"]),
        ("l'état-major russe", ["état-major russe"]),
        ("l'armée de l'air israélienne", ["armée de l'air israélienne"]),
        ("L'armée avance, la police aussi, les rebelles maliens fuient.", []),
        ("le ministère de l'Intérieur", ["ministère de l'Intérieur"]),
        ("le ministère russe de la Défense", ["ministère russe de la Défense"]),
        ("le ministère des Affaires étrangères ukrainien", ["ministère des Affaires étrangères ukrainien"]),
        ("le ministère de l'Agriculture et de la Pêche a dit", ["ministère de l'Agriculture et de la Pêche"]),
        ("la présidence ukrainienne, la présidence tournante", ["présidence ukrainienne"]),
        ("la 4e brigade mécanisée, le 12e régiment", ["4e brigade mécanisée", "12e régiment"]),
        ("le bataillon Sarvan et la brigade entière", ["bataillon Sarvan"]),
        ("le Stade rennais", ["Stade rennais"]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_organisations_by_pattern(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end, _ in organisations(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Les Brigades de défense de Velmont (BDV) tirent.", [("Brigades de défense de Velmont", "BDV")]),
        ("selon l'Observatoire des droits de l'homme (ODH)", [("Observatoire des droits de l'homme", "ODH")]),
        ("le groupe « Front des braves » (FDB)", [("Front des braves", "FDB")]),
        ("à Velmont (GMT), un homme (ONU)", []),
        ("Le Front est loin. Une ligue (FEL)", []),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_expansions(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(text[slice(*name)], text[slice(*short)]) for name, short in expansions(text)] == expected


@given(st.text())
def test_offsets_lie_in_the_text_and_in_order(text: str) -> None:
    spans = [(start, end) for start, end, _ in occurrences(text)]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert spans == sorted(spans)


@given(
    st.lists(
        st.sampled_from(["l'armée", "malienne", "(BDV)", "Brigades", "de", "défense", "Velmont", "\n", "7e"])
    )
)
def test_patterns_never_raise(words: list[str]) -> None:
    text = " ".join(words)
    assert all(text[start:end] for start, end, _ in organisations(text))
    assert all(text[slice(*name)] for name, _ in expansions(text))
