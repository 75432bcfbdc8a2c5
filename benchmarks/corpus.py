"""Writes the articles that the benchmarks read: our own sentences, with more different words than news has.

Nouns, adjectives and verbs are drawn, rare ones rarely, from the word lists of the lemmatizer, names from the
lists below and from the gazetteer's towns. Same arguments and calls, same articles.
"""

from __future__ import annotations

import random
import re
import sqlite3
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from spacy.language import Language

_FIRST = (
    "Anne Marc Louise Paul Claire Hugo Sofia Karim Inès Luc Nadia Jean Salomé Yves Aminata Pierre Fatou Émile"
)
_LAST = (
    "Valmin Dorvet Sarnel Kestrin Moradel Buquet Landrec Tessière Oubangal Ferrand Diabo Ksar Ormond "
    "Castagner Bellac Rousselin Nemours Traval Guémar Loridan Pastier Zerhane Mboula Cordel Vassieux"
)
_GROUPS = "Ligue_du_littoral Institut_Kermadec Union_des_maraîchers Valdor"
_TAKERS = "rebelles insurgés islamistes paramilitaires miliciens séparatistes jihadistes"
_DAYS = "lundi mardi mercredi jeudi vendredi samedi dimanche"
_MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"

_PLAIN = (
    "Les {n}s {a}s {v}ont les {n}s de la région de {t}, a indiqué {jour} {p}, {r} de {o}.",
    "Selon {p}, {r} de {o}, plus de {k} {n}s {v}aient encore les {n}s {a}s au mois de {mois}.",
    "À {t}, {k} {n}s attendent depuis {jour} que les {n}s {v}ent leurs {n}s.",
    "Ce {n} {a}, que les habitants de {t} connaissent bien, n'avait jamais connu de tels {n}s.",
    "« Nous ne voulons pas {v}er les {n}s sans les {n}s », a expliqué {p} devant la presse.",
    "Le budget de {o} atteint {k} millions d'euros, soit {pc} % de plus qu'en {an}.",
    "Les {n}s et les {n}s {a}s de {t} {v}ent moins, en raison des {n}s de ces dernières semaines.",
    "{p} doit {v}er {jour} à {t} les {n}s du comité, avant une visite de {d} jours à {t}.",
    "Née à {t} le {d} {mois} {an}, elle a longtemps travaillé sur les {n}s {a}s.",
    "La question des {n}s divise : les uns {v}ent, les autres redoutent un {n} {a} dès le {d} {mois}.",
    "Dans les rues de {t}, {d} {n}s sur dix disent {v}er moins souvent qu'il y a {d} ans.",
    "{o} prévoit de {v}er {k} {n}s {a}s d'ici à {an}, d'après un document consulté {jour}.",
    "« Ces {n}s sont {a}s », regrette {p}, {r} à {t}, qui plaide pour d'autres {n}s.",
    "Aucun {n} n'a été constaté, mais les {n}s restent {a}s entre {t} et {t}.",
    "Le tribunal de {t} examinera en {mois} le recours de {p}, qui dénonce des {n}s {a}s.",
    "Les chercheurs de {o} ont observé que les {n}s {v}aient quand les {n}s devenaient {a}s.",
)
_TRIGGER = (
    "Les {taker} se sont emparés {jour} de la ville de {t}, a annoncé {p}, {r} de l'armée.",
    "La localité de {t} est tombée aux mains des {taker} après {d} jours de combats.",
    "L'armée affirme avoir repris le contrôle de {t}, ce que les {taker} ont démenti {jour}.",
    "Selon des habitants, {t} a été prise {jour} par les {taker}, qui ont hissé leur drapeau sur la mairie.",
    "La chute de {t}, où vivaient {k} personnes, ouvre aux {taker} la route de {t}.",
    "Les {taker} ont été chassés de {t} le {d} {mois} {an} par les troupes gouvernementales.",
    "Les soldats ont abandonné {t} aux {taker} sans combattre, ont raconté des témoins joints par téléphone.",
    "{p}, commandant des forces régulières, a confirmé que {t} était passée sous le contrôle des {taker}.",
)
_ROLES = "directrice président maire porte-parole ministre préfète secrétaire_général conseillère avocat"
_SLOT = re.compile(r"\{(\w+)\}")
_COMMON = 25  # rank up to which words are about equally frequent


class Corpus:
    """A writer of articles.

    Args:
        nlp: The French model, for its words.
        avoid: Forms that no plain sentence shall hold: the triggers.
        gazetteer: The file of towns.
        seed: Another seed gives other articles.
    """

    def __init__(self, nlp: Language, avoid: Iterable[str], gazetteer: Path, seed: int = 0) -> None:
        self._random = random.Random(seed)  # noqa: S311 (no secret)
        index = nlp.get_pipe("lemmatizer").lookups.get_table("lemma_index")  # type: ignore[attr-defined]
        avoided = frozenset(avoid)
        stems = [v[:-2] for v in self._words(index["verb"], r"[a-zéèêô]{4,}[^gcy]er")]
        with sqlite3.connect(gazetteer) as towns:
            names = [row[0] for row in towns.execute(_TOWNS)]
        self._random.shuffle(names)
        self._slots = {
            "n": _zipf(
                w for w in self._words(index["noun"], r"[a-zéèêàô]{4,}[^sxzlu]") if f"{w}s" not in avoided
            ),
            "a": _zipf(self._words(index["adj"], r"[a-zéèêàô]{3,}(?:able|ique|iste|aire|ible)")),
            "v": _zipf(s for s in stems if avoided.isdisjoint((f"{s}er", f"{s}ent", f"{s}aient", f"{s}ont"))),
            "t": _zipf(names[:4000]),
        }
        first, last = _split(_FIRST), _split(_LAST)
        self._lists = {
            "p": [f"{a} {b}" for a in first for b in last],
            "o": _split(_GROUPS),
            "r": _split(_ROLES),
            "taker": _split(_TAKERS),
            "jour": _split(_DAYS),
            "mois": _split(_MONTHS),
        }

    def articles(self, words: int, share: float) -> list[str]:
        """Articles of 150 to 700 words.

        Args:
            words: How many words in all, at least.
            share: Share of the sentences that tell of a capture, from 0 to 1.
        """
        written: list[str] = []
        due = 0.0
        while words > 0:
            length, paragraphs = self._random.triangular(150, 700, 350), []
            while length > 0:
                sentences = []
                for _ in range(self._random.randint(2, 4)):
                    due += share
                    sentences.append(self._sentence(_TRIGGER if due >= 1 else _PLAIN))
                    due -= due >= 1
                paragraphs.append(" ".join(sentences))
                length -= len(paragraphs[-1].split())
            written.append("\n\n".join(paragraphs))
            words -= len(written[-1].split())
        return written

    def _words(self, words: Iterable[str], pattern: str) -> list[str]:
        found = sorted(word for word in words if re.fullmatch(pattern, word))
        self._random.shuffle(found)
        return found

    def _sentence(self, frames: Sequence[str]) -> str:
        return _SLOT.sub(lambda slot: self._fill(slot[1]), self._random.choice(frames))

    def _fill(self, slot: str) -> str:
        draw = self._random
        if slot in self._slots:
            words, weights = self._slots[slot]
            return draw.choices(words, cum_weights=weights)[0]
        if slot in self._lists:
            return draw.choice(self._lists[slot])
        low, high = {"k": (12, 950), "pc": (1, 40), "an": (1965, 2024), "d": (2, 28)}[slot]
        return str(draw.randint(low, high))


_TOWNS = "SELECT DISTINCT name FROM towns WHERE population > 30000 ORDER BY name"


def _split(words: str) -> list[str]:
    return [word.replace("_", " ") for word in words.split()]


def _zipf(words: Iterable[str]) -> tuple[list[str], list[float]]:
    """Words with the running sum of their weights: that of a rank is about its inverse."""
    drawn = list(words)
    return drawn, list(accumulate(1 / (rank + _COMMON) for rank in range(len(drawn))))
