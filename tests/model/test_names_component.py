"""``extractor_names`` on sentences: every name, whole, once, of the right type."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractor.assemble.entities import canonical, entities

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model

SENTENCES = {
    "article and country": ("Le Mali et les Etats-Unis négocient.", [("Mali", "LOC"), ("Etats-Unis", "LOC")]),
    "demonyms are no places": ("Les Américains et un Afghan négocient avec les soldats maliens.", []),
    "armed group and alias": (
        "Les talibans combattent le groupe Etat islamique (EI).",
        [("talibans", "ORG"), ("Etat islamique", "ORG"), ("EI", "ORG")],
    ),
    "national army": (
        "L'armée malienne est entrée dans Kidal.",
        [("armée malienne", "ORG"), ("Kidal", "LOC")],
    ),
    "generic actors are no names": ("La police, les rebelles et le gouvernement se taisent.", []),
    "ministry": (
        "Selon le ministère de l'Intérieur, le calme est revenu à Goma.",
        [("ministère de l'Intérieur", "ORG"), ("Goma", "LOC")],
    ),
    "office is no organisation": (
        "Le ministre de la Défense, Paul Lambert, se tait.",
        [("Paul Lambert", "PER")],
    ),
    "a portfolio is no organisation": (
        "Paul Lambert reste à la Culture et Marie Dupuis garde le portefeuille de l'Intérieur.",
        [("Paul Lambert", "PER"), ("Marie Dupuis", "PER")],
    ),
    "portfolio of two words in front of the name": (
        "C'est à la ministre de l'Enseignement supérieur Marie Dupuis de répondre.",
        [("Marie Dupuis", "PER")],
    ),
    "adjective in front of the name": ("Le Cosaque russe Paul Lambert a parlé.", [("Paul Lambert", "PER")]),
    "party in front of the name": (
        "Il laisse son siège au député Renaissance Paul Lambert.",
        [("Paul Lambert", "PER")],
    ),
    "union behind a secretary general": (
        "Le secrétaire général de Force ouvrière, Paul Lambert, était absent.",
        [("Force ouvrière", "ORG"), ("Paul Lambert", "PER")],
    ),
    "head of a firm of his name": (
        "Le groupe Lagardère, que dirige Arnaud Lagardère, se tait.",
        [("Lagardère", "ORG"), ("Arnaud Lagardère", "PER")],
    ),
    "firm by its ending": (
        "Le fonds d'investissement britannique Norval Capital vend ses parts.",
        [("Norval Capital", "ORG")],
    ),
    "country and adjective": ("L'Allemagne nazie a été vaincue.", [("Allemagne", "LOC")]),
    "author and town of a dateline": (
        "par Paul Valdès SARVANE, 3 mai (Reuters) - L'armée avance.",
        [("Paul Valdès", "PER"), ("Reuters", "ORG")],
    ),
    "long name with a preposition": (
        "Le chef du Comité national pour le redressement et la restauration de l'Etat (CNRRE) parle.",
        [
            ("Comité national pour le redressement et la restauration de l'Etat", "ORG"),
            ("CNRRE", "ORG"),
        ],
    ),
    "two with one title": (
        "Les généraux Martin et Orlec se taisent.",
        [("Martin", "PER"), ("Orlec", "PER")],
    ),
    "state of a country": (
        "La mine se trouve dans l'Etat mexicain de Chihuahua.",
        [("Chihuahua", "LOC")],
    ),
    "department in front of an office": (
        "Dans un canton de la Somme, le député Paul Lambert est battu.",
        [("Somme", "LOC"), ("Paul Lambert", "PER")],
    ),
    "seat of power": ("Le Pentagone et le Kremlin se taisent.", [("Pentagone", "ORG"), ("Kremlin", "ORG")]),
    "civility and surname": (
        "Marie Dupuis est arrivée. Mme Dupuis a parlé.",
        [("Marie Dupuis", "PER"), ("Dupuis", "PER")],
    ),
    "title in front": (
        "Le général Jean Martin a parlé à Bamako.",
        [("Jean Martin", "PER"), ("Bamako", "LOC")],
    ),
    "witness glued to an agency": (
        "«Tout a brûlé», a raconté à l'AFP Farid Noori, un habitant.",
        [("AFP", "ORG"), ("Farid Noori", "PER")],
    ),
    "site keeps its noun": (
        "Ils tiennent l'aéroport international de Goma et le pont de Kerch.",
        [("aéroport international de Goma", "LOC"), ("pont de Kerch", "LOC")],
    ),
    "an unnamed site is none": ("Il est entré dans une mosquée de Kaboul.", [("Kaboul", "LOC")]),
    "a former country, not an organisation by the pattern of its name": (
        "La ville est rendue à l'Union soviétique.",
        [("Union soviétique", "LOC")],
    ),
    "province is bare": (
        "La province de Badghis et la ville de Sarvane.",
        [("Badghis", "LOC"), ("Sarvane", "LOC")],
    ),
    "acronym learnt from the text": (
        "Les Brigades de défense de Velmont (BDV) avancent. Les BDV ont perdu dix hommes.",
        [("Brigades de défense de Velmont", "ORG"), ("BDV", "ORG"), ("BDV", "ORG")],
    ),
    "storms are no places": ("L'ouragan Katrina a frappé Bamako. Katrina a tué.", [("Bamako", "LOC")]),
    "planets are no places": ("Le télescope observe Jupiter depuis Bamako.", [("Bamako", "LOC")]),
    "ships and programmes are none": ("Le porte-avions Valdor a quitté Toulon.", [("Toulon", "LOC")]),
    "a town's name of three words, of which the model sees two names": (
        "Née à Jáltipan de Morelos le 19 septembre 1980, elle a longtemps travaillé sur les marchés.",
        [("Jáltipan de Morelos", "LOC")],
    ),
    "a club of two towns": ("Il joue à Bordeaux-Bègles.", [("Bordeaux-Bègles", "ORG")]),
    "a line of two towns": ("Le train de la ligne Lyon-Grenoble est en retard.", []),
    "a club by its letters": (
        "L'US Sarvane a battu l'AS Orlec.",
        [("US Sarvane", "ORG"), ("AS Orlec", "ORG")],
    ),
    "article of the list": ("La Rochelle attend.", [("La Rochelle", "LOC")]),
    "bridge of a river": ("Le pont de l'Euphrate est détruit.", [("Euphrate", "LOC")]),
    "unknown airport": ("L'aéroport d'Al-Rayyan est repris.", [("aéroport d'Al-Rayyan", "LOC")]),
    "second of two gentlemen": ("MM. Duff et Voggel ont parlé.", [("Duff", "PER"), ("Voggel", "PER")]),
    "behind en": ("En Mourovie, les rebelles ont pris Bamako.", [("Mourovie", "LOC"), ("Bamako", "LOC")]),
    "country by its form": ("Le président de la Mourovie est mort.", [("Mourovie", "LOC")]),
    "acronym with dots": ("La B.C.E. hésite.", [("B.C.E.", "ORG")]),
    "town of a heading": ("BERRY-SUR-ORLE – Concert le 4 mai à l'église.", [("BERRY-SUR-ORLE", "LOC")]),
    "competition is no place": ("Il a gagné la Coupe d'Europe à Lyon.", [("Lyon", "LOC")]),
    "capital of institution": ("La proposition de la Commission est prête.", [("Commission", "ORG")]),
    "in quotation marks": (
        "L'association « Un toit pour l'hiver » et le collectif \"Sauvons le marais\" protestent.",
        [("Un toit pour l'hiver", "ORG"), ("Sauvons le marais", "ORG")],
    ),
    "what a party says is no name": ("Le parti « n'acceptera jamais », dit-il.", []),
    "English ordinal": (
        "La 82nd Airborne Division a sauté sur Orlec.",
        [("82nd Airborne Division", "ORG"), ("Orlec", "LOC")],
    ),
    "towns of the country that the article names": (
        "Le Congo a peur. Uvira d'abord, où affluent les fuyards. Kamina et Bunia suivront.",
        [("Congo", "LOC"), ("Uvira", "LOC"), ("Kamina", "LOC"), ("Bunia", "LOC")],
    ),
    "a French word that opens a sentence is no town": (
        "En France, nul ne bouge. Sens de la marche inconnu. Mine de rien, on attend.",
        [("France", "LOC")],
    ),
    "site at the head of a sentence": (
        "L'aéroport de Goma résiste. Le camp de Sarvane aussi.",
        [("aéroport de Goma", "LOC"), ("camp de Sarvane", "LOC")],
    ),
    "broadcaster by its town": (
        "Radio-Sarvane et la radio Orlec se taisent.",
        [("Radio-Sarvane", "ORG"), ("radio Orlec", "ORG")],
    ),
    "unit with its country": (
        "La 23e brigade malienne et la quatrième région militaire ont fui Bamako.",
        [("23e brigade malienne", "ORG"), ("quatrième région militaire", "ORG"), ("Bamako", "LOC")],
    ),
    "two hundred bodies are no corps": ("On a compté 200 corps à Bamako.", [("Bamako", "LOC")]),
    "army of an unknown country": (
        "L'armée norvanaise attaque. La classe moyenne fuit.",
        [("armée norvanaise", "ORG")],
    ),
    "operation in quotation marks": ("L'opération « Jérusalem » a repris à Bamako.", [("Bamako", "LOC")]),
    "state of a federation is bare": (
        "L'État de Borno fuit vers Bamako.",
        [("Borno", "LOC"), ("Bamako", "LOC")],
    ),
    "site by its code": (
        "Ils tiennent la base T4 et la route nationale 7.",
        [("base T4", "LOC"), ("route nationale 7", "LOC")],
    ),
    "site of a common noun": (
        "Ils sont au rond-point de l'Indépendance.",
        [("rond-point de l'Indépendance", "LOC")],
    ),
    "the hospital of a town has no name": ("L'hôpital de Goma est vide.", [("Goma", "LOC")]),
    "first word of towns": ("L'ennemi fuit vers Tell Zarkane.", [("Tell Zarkane", "LOC")]),
    "what falls is a town": ("Zarka Bhalé, prise le 3 mai, brûle.", [("Zarka Bhalé", "LOC")]),
    "general of a family": (
        "Le général de Brissac a parlé à Bamako.",
        [("de Brissac", "PER"), ("Bamako", "LOC")],
    ),
    "concurrent of a country": (
        "Le groupe achète son concurrent belge Zarkom.",
        [("Zarkom", "ORG")],
    ),
    "plural of a people": ("Les Zarkani ont fui Bamako.", [("Bamako", "LOC")]),
    "line break": ("Réunion à Paris\nLondres attend.", [("Paris", "LOC"), ("Londres", "LOC")]),
}


@pytest.mark.parametrize(("text", "expected"), SENTENCES.values(), ids=SENTENCES)
def test_names(nlp: Language, text: str, expected: list[tuple[str, str]]) -> None:
    assert [(ent.text, ent.label_) for ent in nlp(text).ents] == expected


def test_no_names_in_header_and_signature(nlp: Language) -> None:
    doc = nlp("date 2021-08 Les talibans avancent vers Kaboul depuis des semaines.\n\nstr-emh-eb/cjc")
    assert [ent.text for ent in doc.ents] == ["talibans", "Kaboul"]


def test_dateline_city_and_agency_are_names(nlp: Language) -> None:
    doc = nlp("BAMAKO, 3 mai 2024 (AFP) - Le calme règne à Bamako.")
    assert [(ent.text, ent.label_) for ent in doc.ents] == [
        ("BAMAKO", "LOC"),
        ("AFP", "ORG"),
        ("Bamako", "LOC"),
    ]
    assert [entity.name for entity in entities(doc, "LOC")] == ["Bamako"]


def test_a_name_has_one_type_in_an_article(nlp: Language) -> None:
    doc = nlp("La ville de Zarkand est tombée. Zarkand, capitale de la province, brûle. On fuit Zarkand.")
    assert {(ent.text, ent.label_) for ent in doc.ents} == {("Zarkand", "LOC")}


ENTITIES = {
    "surname joins the full name": (
        "Le colonel Paul Lambert a parlé. M. Lambert est rentré à Lyon.",
        "PER",
        [("Paul Lambert", ("M. Lambert",))],
    ),
    "two of one surname stay two": (
        "Paul Lambert et Marie Lambert sont venus.",
        "PER",
        [("Paul Lambert", ()), ("Marie Lambert", ())],
    ),
    "a nickname joins its person": (
        "Le chef Paul Lambert, dit «Tempête», est mort.",
        "PER",
        [("Paul Lambert", ("Tempête",))],
    ),
    "acronym joins its expansion": (
        "L'Organisation des Nations unies (ONU) hésite. L'ONU attend.",
        "ORG",
        [("Organisation des Nations unies", ("ONU",))],
    ),
    "acronym of other letters in brackets": (
        "Le Parti républicain du peuple (CHP) a gagné. Le CHP exulte.",
        "ORG",
        [("Parti républicain du peuple", ("CHP",))],
    ),
    "head of a name for the name": (
        "L'Alliance des forces libres avance. L'Alliance exulte.",
        "ORG",
        [("Alliance des forces libres", ("Alliance",))],
    ),
    "acronym in front of its expansion": (
        "Le MJM (Mouvement pour la justice en Mourovie) recule. Le MJM se tait.",
        "ORG",
        [("Mouvement pour la justice en Mourovie", ("MJM",))],
    ),
    "acronym behind a comma": (
        "L'Union des syndicats de Sarvane, ou USS, appelle à la grève. L'USS espère.",
        "ORG",
        [("Union des syndicats de Sarvane", ("USS",))],
    ),
    "a nickname used alone": (
        "Le chef Paul Lambert, dit «Tempête», est parti. Selon Marie Dupuis, «Tempête» est mort.",
        "PER",
        [("Paul Lambert", ("Tempête",)), ("Marie Dupuis", ())],
    ),
    "spellings of a surname": (
        "Le président Ivan Belensky est arrivé. Le président Belenski a parlé.",
        "PER",
        [("Ivan Belensky", ("Belenski",))],
    ),
    "two names of one town": (
        "Kharkiv (Kharkov en russe) a été bombardée. À Kharkov, on fuit.",
        "LOC",
        [("Kharkiv", ("Kharkov",))],
    ),
    "two spellings of one town": (
        "Les habitants d'Idleb fuient. À Idlib, on attend. Damas se tait.",
        "LOC",
        [("Idleb", ("Idlib",)), ("Damas", ())],
    ),
    "variants of one country": (
        "Les Etats-Unis hésitent. Aux États-Unis, on attend.",
        "LOC",
        [("Etats-Unis", ("États-Unis",))],
    ),
    "names of one armed group": (
        "Le groupe Etat islamique recule. Daech a perdu dix hommes, selon Bagdad.",
        "ORG",
        [("Etat islamique", ("Daech",))],
    ),
}


@pytest.mark.parametrize(("text", "label", "expected"), ENTITIES.values(), ids=ENTITIES)
def test_one_entity_a_thing(
    nlp: Language, text: str, label: str, expected: list[tuple[str, tuple[str, ...]]]
) -> None:
    assert [(entity.name, entity.aliases) for entity in entities(nlp(text), label)] == expected


def test_canonical_gives_the_record_of_every_mention(nlp: Language) -> None:
    doc = nlp("Le colonel Paul Lambert a parlé. M. Lambert est rentré à Lyon.")
    names = canonical([*entities(doc, "PER"), *entities(doc, "LOC")])
    assert [names[ent.start] for ent in doc.ents] == ["Paul Lambert", "Paul Lambert", "Lyon"]


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    words=st.lists(
        st.sampled_from(
            [
                "Le",
                "général",
                "Paul",
                "Lambert",
                ",",
                "à",
                "Goma",
                "(",
                "ONU",
                ")",
                "l'",
                "AFP",
                "\n\n",
                "des",
                "talibans",
                "X",
                "-",
                "«",
            ]
        ),
        max_size=20,
    )
)
def test_any_order_of_words_gives_spans_apart(nlp: Language, words: list[str]) -> None:
    ents = nlp(" ".join(words)).ents
    assert all(ent.label_ in ("PER", "LOC", "ORG") and ent.text.strip() for ent in ents)
    assert all(one.end <= other.start for one, other in pairwise(ents))
