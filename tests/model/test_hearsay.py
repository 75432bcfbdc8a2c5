"""On whose word a clause tells of a place; towns and persons are invented."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from extractor.captures.hearsay import teller

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model

SAID = [
    ("Les mutins affirment avoir relevé la garde à Orlec.", ("claim", "Les mutins")),
    ("Un officier soutient que l'école d'Orlec lui sert de poste.", ("claim", "Un officier")),
    ("Les rebelles jurent avoir dormi à Orlec.", ("claim", "Les rebelles")),
    ("L'armée revendique Orlec, ville presque vide.", ("claim", "L'armée")),
    ("L'état-major a fait état de la soumission d'Orlec.", ("say", "L'état-major")),
    ("Le gouvernement nie que les rebelles aient mis le pied à Orlec.", ("deny", "Le gouvernement")),
    ("A Orlec, d'après le gouverneur, les occupants ont fait leurs valises.", ("say", "le gouverneur")),
    ("Orlec a changé de drapeau, a fait savoir l'état-major.", ("say", "l'état-major")),
    ("Orlec a changé de drapeau, au témoignage d'une infirmière.", ("say", "une infirmière")),
    ("Orlec, affirment-ils, a changé de drapeau.", ("claim", "-ils")),
    ("Les soldats se sont installés, dit un officier, à Orlec.", ("say", "un officier")),
    ("« Orlec est à ses enfants », a dit à l'AFP Mgr Paul Morel.", ("say", "Mgr Paul Morel")),
    ("On assure à Sarvane qu'Orlec a suivi.", ("claim", None)),
    ("« Orlec est à ses enfants », a dit à l'AFP un gradé.", ("say", "un gradé")),
    ("« Orlec est à nous », a tonné Paul Morel.", ("say", "Paul Morel")),
    (
        "« Nos soldats dorment à Orlec », a câblé le ministre, M. Paul Morel.",
        ("say", "le ministre, M. Paul Morel"),
    ),
    ("Un infirmier : « Les rebelles dorment à Orlec. »", ("say", "Un infirmier")),
    ("À Orlec, les habitants disent n'avoir plus vu un soldat.", ("say", "les habitants")),
    ("Orlec, de l'aveu des rebelles, a changé de drapeau.", ("concede", "rebelles")),
    ("Orlec a changé de drapeau, selon les rebelles eux-mêmes.", ("concede", "les rebelles eux-mêmes")),
    ("Orlec a changé de drapeau, si l'on en croit un batelier.", ("say", "un batelier")),
    ("Orlec a changé de drapeau, selon les mots du général.", ("say", "général")),
    ("Les voyageurs tiennent Orlec pour abandonnée.", ("claim", "Les voyageurs")),
    ("L'armée range Orlec parmi ses gains.", ("claim", "L'armée")),
    ("Orlec a changé de drapeau, prétend du moins un ministre.", ("claim", "un ministre")),
    ("Les rebelles affirment que le pont « saute » et qu'Orlec est à eux.", ("claim", "Les rebelles")),
    ("L'armée a fait connaître qu'Orlec avait changé de drapeau.", ("say", "L'armée")),
    ("« Orlec est à nous », s'est réjoui lundi le gouverneur.", ("say", "le gouverneur")),
    ("L'état-major énumère Sarvane, Tellin et Orlec parmi ses gains.", ("claim", "L'état-major")),
    ("Un cadre du Front soutient que ses hommes sont à Orlec.", ("claim", "Un cadre du Front")),
    ("Orlec a changé de drapeau, a rappelé le ministère.", ("say", "le ministère")),
    ("Le maire d'Orlec dit avoir remis son écharpe à un capitaine.", ("say", "Le maire d'Orlec")),
    ("L'armée a fait savoir que « tout Orlec » était « calme ».", ("say", "L'armée")),
    ("La radio fait état d'autres prises : Sarvane et Orlec.", ("say", "La radio")),
    ("« Orlec est revenue à la patrie » : lundi, le ministre a agité une carte.", ("say", "le ministre")),
    ("Les Sarvaniques se targuent d'avoir hissé leur bannière à Orlec.", ("claim", "Les Sarvaniques")),
    ("Orlec, donnée pour vide par les rebelles, a changé de drapeau.", None),
    ("Orlec a changé de drapeau, les rebelles proclamant un État.", None),
    ("À Orlec, les rebelles tiennent le marché et la mairie.", None),
    ("Orlec a changé de drapeau.", None),
    ("Sarvane tient, a dit le maire ; Orlec a changé de drapeau.", None),
    ("Orlec a changé de drapeau ; Sarvane tient, a dit le maire.", None),
    ("La garnison a lâché Orlec en une journée.", None),
    ("Le préfet n'a pas dit que la garnison d'Orlec était partie.", None),
    ("Le chef s'est proclamé président depuis Orlec.", None),
]


@pytest.mark.parametrize(("sentence", "expected"), SAID, ids=[sentence for sentence, _ in SAID])
def test_who_says_so(nlp: Language, sentence: str, expected: tuple[str, str | None] | None) -> None:
    doc = nlp.make_doc(sentence)
    doc._.every_sentence = True
    doc = nlp(doc)
    tag = teller(next(token for token in doc if token.text == "Orlec"))
    speaker = tag and (None if tag.speaker is None else doc[tag.speaker[0] : tag.speaker[1]].text)
    assert (tag and (tag.kind, speaker)) == expected
