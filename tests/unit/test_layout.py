"""Headers, datelines, titles, paragraphs, signatures and sentences, from the characters alone."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.layout import blocks, sentence_starts


def labelled(text: str) -> list[tuple[str, str]]:
    return [(block.label, text[block.start : block.end]) for block in blocks(text)]


def sentences(text: str) -> list[str]:
    found = []
    for block in blocks(text):
        starts = [*sentence_starts(text, block), block.end]
        found += [text[a:b].strip() for a, b in pairwise(starts)]
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", [], id="empty"),
        pytest.param(" \n ", [], id="blank"),
        pytest.param("x", [("paragraph", "x")], id="one character"),
        pytest.param(
            " date 2024-03 L'armée avance.",
            [("header", "date 2024-03"), ("paragraph", "L'armée avance.")],
            id="a header before the first words",
        ),
        pytest.param(
            "date : 2024-03-12\nL'armée avance.",
            [("header", "date : 2024-03-12"), ("paragraph", "L'armée avance.")],
            id="a header on a line of its own",
        ),
        pytest.param(
            "SARVANE, 12 mars 2024 (AFP) - L'armée avance.",
            [("dateline", "SARVANE, 12 mars 2024 (AFP) -"), ("paragraph", "L'armée avance.")],
            id="an agency's dateline",
        ),
        pytest.param(
            "SARVANE (Norlande) – L'armée avance.",
            [("dateline", "SARVANE (Norlande) –"), ("paragraph", "L'armée avance.")],
            id="a dateline with the country",
        ),
        pytest.param(
            "SARVANE, Norlande (Reuters) - L'armée avance.",
            [("dateline", "SARVANE, Norlande (Reuters) -"), ("paragraph", "L'armée avance.")],
            id="a dateline with the country after a comma",
        ),
        pytest.param(
            "par Anne Roche SARVANE, 12 mars (Reuters) - L'armée avance.",
            [("dateline", "par Anne Roche SARVANE, 12 mars (Reuters) -"), ("paragraph", "L'armée avance.")],
            id="a byline before the dateline",
        ),
        pytest.param(
            "Sarvane, Norlande - l'armée avance.",
            [("paragraph", "Sarvane, Norlande - l'armée avance.")],
            id="two places and a dash are no dateline",
        ),
        pytest.param(
            "12 mars (Reuters) - L'armée avance.",
            [("dateline", "12 mars (Reuters) -"), ("paragraph", "L'armée avance.")],
            id="a dateline without a town",
        ),
        pytest.param(
            "Port-Vessin - L'armée avance.",
            [("dateline", "Port-Vessin -"), ("paragraph", "L'armée avance.")],
            id="a dateline of a town alone",
        ),
        pytest.param(
            "ANALYSE – Pourquoi l'armée avance.",
            [("paragraph", "ANALYSE – Pourquoi l'armée avance.")],
            id="a genre is no dateline",
        ),
        pytest.param(
            "L'armée - c'est nouveau - avance.",
            [("paragraph", "L'armée - c'est nouveau - avance.")],
            id="dashes in a sentence are no dateline",
        ),
        pytest.param(
            "Sarvane tombée, Orlec menacée\n\nL'armée avance.\n\n- La suite -\n\nElle recule.\n\nlp-mb/acd",
            [
                ("title", "Sarvane tombée, Orlec menacée"),
                ("paragraph", "L'armée avance."),
                ("title", "- La suite -"),
                ("paragraph", "Elle recule."),
                ("signature", "lp-mb/acd"),
            ],
            id="title, intertitle, signature",
        ),
        pytest.param(
            "L'armée avance vers\nla ville.\nElle recule.",
            [("paragraph", "L'armée avance vers\nla ville."), ("paragraph", "Elle recule.")],
            id="a wrapped line goes on",
        ),
    ],
)
def test_blocks(text: str, expected: list[tuple[str, str]]) -> None:
    assert labelled(text) == expected


@pytest.mark.parametrize(
    "expected",
    [
        pytest.param(["M. Orlec et le Dr. Vessin sont partis.", "J. K. Sarvane reste."], id="abbreviations"),
        pytest.param(
            ['"Sarvane est prise.', 'Elle brûle", a dit un habitant.'], id="full stop in a quotation"
        ),
        pytest.param(['"C\'est fini", a dit un habitant.'], id="a closing mark alone ends nothing"),
        pytest.param(["Ils étaient là -- 650 hommes en tout -- avant l'aube."], id="dashes end nothing"),
        pytest.param(["« Où sont-ils ? », a demandé le maire."], id="a question inside the sentence"),
        pytest.param(["Ils ont fui (...)", "Il y a des combats."], id="cut marked by dots"),
        pytest.param(["Ils avaient 3.500 hommes et 2,5 millions d'euros."], id="numbers"),
        pytest.param(["Sarvane est tombée !", "L'armée se tait…", "Puis elle parle."], id="other stops"),
    ],
)
def test_sentences(expected: list[str]) -> None:
    assert sentences(" ".join(expected)) == expected


@given(st.text(alphabet="aB .!?\n\"«»'-–,()1é", max_size=200))
def test_blocks_are_in_order_and_nothing_but_space_lies_outside(text: str) -> None:
    end = 0
    for block in blocks(text):
        assert not text[end : block.start].strip()
        assert block.start < block.end
        starts = sentence_starts(text, block)
        assert starts == sorted(set(starts))
        assert block.start <= starts[0]
        assert starts[-1] < block.end
        end = block.end
    assert not text[end:].strip()
