"""The constructions of French, one sentence each: who took what from whom. Towns are invented."""

from __future__ import annotations

import pytest

import extractor

pytestmark = pytest.mark.model

_HAPPENED = ("asserted", "claimed", "disputed")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Les rebelles ont pris la ville de Sarvane dimanche. Lundi, c'était Goma; mardi, Bukavu.",
            [("Sarvane", "rebelles", None), ("Goma", "rebelles", None), ("Bukavu", "rebelles", None)],
            id="lists of towns and days",
        ),
        pytest.param(
            "Goma lundi, Bukavu mardi: les rebelles avancent. Ils ont pris la ville de Sarvane jeudi.",
            [("Goma", "rebelles", None), ("Bukavu", "rebelles", None), ("Sarvane", "rebelles", None)],
            id="lists of towns and days",
        ),
        pytest.param(
            "L'armée a déclaré avoir repris aux Forces de soutien rapide (FSR) la ville de Sarvane.",
            [("Sarvane", "armée", "Forces de soutien rapide")],
            id="brackets",
        ),
        pytest.param(
            "La Wehrmacht entre dans Sarvane, une ville vidée de ses habitants, après des combats.",
            [("Sarvane", "Wehrmacht", None)],
            id="«entre dans» is a verb",
        ),
        pytest.param(
            "Les généraux Martin et Valdès, héros des tranchées, ont dû céder le pas.",
            [],
            id="two generals are no towns",
        ),
        pytest.param(
            "La « libération » de la ville de Sarvane par l'armée a été saluée.",
            [("Sarvane", "armée", None)],
            id="quotation marks",
        ),
        pytest.param(
            "La ville de Sarvane, ancien port de la région d'Orlec, que l'armée a reprise lundi, est vide.",
            [("Sarvane", "armée", None)],
            id="appositions",
        ),
        pytest.param(
            "Les militaires norlandais délogent les rebelles du M23 de la ville de Sarvane.",
            [("Sarvane", "militaires norlandais", "rebelles du M23")],
            id="two complements with «de»",
        ),
        pytest.param(
            "L'armée déloge les rebelles d'un village du Haut-Vessin.", [], id="two complements with «de»"
        ),
        pytest.param(
            "L'armée a pris le contrôle de la ville de Sarvane au Norland; elle y patrouille.",
            [("Sarvane", "armée", None)],
            id="where it lies",
        ),
        pytest.param(
            "L'armée a repris la ville de Sarvane au Front de libération.",
            [("Sarvane", "armée", "Front de libération")],
            id="from whom",
        ),
        pytest.param(
            "Le Front dit avoir pris la ville de Sarvane (à 18 km d'Orlec) et celle voisine d'Ostrel.",
            [("Sarvane", "Front", None), ("Ostrel", "Front", None)],
            id="«celle» in a list",
        ),
        pytest.param(
            "La rébellion affirme avoir pris la ville de Sarvane et contrôler celle d'Ostrel.",
            [("Sarvane", "rébellion", None), ("Ostrel", "rébellion", None)],
            id="«celle» alone",
        ),
        pytest.param(
            "Selon un commandant, Paul Sorel, Sarvane et Ostrel ont été prises par les rebelles.",
            [("Sarvane", "rebelles", None), ("Ostrel", "rebelles", None)],
            id="a person before a list",
        ),
        pytest.param(
            "C'est au tour de Sarvane, bâtie à 50 kilomètres du port, de passer aux rebelles.",
            [("Sarvane", "rebelles", None)],
            id="an aside before the infinitive",
        ),
        pytest.param(
            "Un prêtre a rapporté la prise par les Forces républicaines, nouveau nom des insurgés, du port "
            "de Sarvane (sud-ouest).",
            [("Sarvane", "Forces républicaines", None)],
            id="an aside between two complements",
        ),
        pytest.param(
            "Des images de joie après la reconquête de Sarvane par l'armée circulent.",
            [("Sarvane", "armée", None)],
            id="a noun hung on a noun",
        ),
        pytest.param(
            "L'armée avance. Des images de joie après la reconquête de Sarvane circulent.",
            [("Sarvane", "armée", None)],
            id="a noun hung on a noun",
        ),
        pytest.param(
            "Sarvane (nord), à 700 km d'Orlec, tombée lundi aux mains des rebelles, est vide.",
            [("Sarvane", "rebelles", None)],
            id="a bracket before a participle",
        ),
        pytest.param(
            "L'armée a pris le contrôle de Sarvane (nord), à 700 km d'Orlec, tombée aux mains des rebelles.",
            [("Sarvane", "armée", "rebelles"), ("Sarvane", "rebelles", "armée")],
            id="a bracket before a participle",
        ),
        pytest.param(
            "Les habitants ont fui après que des militants islamistes ont envahi la ville de Sarvane.",
            [("Sarvane", "militants islamistes", None)],
            id="active",
        ),
        pytest.param(
            "Les rebelles se sont emparés d'une ville de l'est, Sarvane.",
            [("Sarvane", "rebelles", None)],
            id="a name after a noun with its side",
        ),
        pytest.param(
            "Les rebelles se sont emparés de deux villes de l'est, Sarvane et Orlec.",
            [("Sarvane", "rebelles", None), ("Orlec", "rebelles", None)],
            id="names after a noun with its side",
        ),
        pytest.param(
            "L'armée a annoncé la reprise du contrôle de la ville de Sarvane.",
            [("Sarvane", "armée", None)],
            id="a noun of control",
        ),
        pytest.param(
            "Les rebelles ont pris la ville aurifère d'Orlec (à 8 km d'ici) et celle voisine d'Ostrel.",
            [("Orlec", "rebelles", None), ("Ostrel", "rebelles", None)],
            id="«celle» in a list",
        ),
        pytest.param(
            "Les rebelles du M23 ont pénétré dans la ville de Sarvane. Nous y reviendrons.",
            [("Sarvane", "rebelles du M23", None)],
            id="the paper's promise",
        ),
        pytest.param(
            "« Nos hommes ont pénétré dans la ville de Sarvane », a dit le porte-parole militaire de la "
            "rébellion.",
            [("Sarvane", "rébellion", None)],
            id="for whom a military spokesman speaks",
        ),
        pytest.param(
            "L'armée a repris aux rebelles le contrôle du palais présidentiel à Orlec.",
            [],
            id="a site in a town",
        ),
        pytest.param(
            "Les combats ont repris. La ville de Sarvane est tombée aux mains des pro-Valdor.",
            [("Sarvane", "pro-Valdor", None)],
            id="who is for somebody",
        ),
        pytest.param(
            "La ville de Sarvane a été prise jeudi à l'armée par les rebelles.",
            [("Sarvane", "rebelles", "armée")],
            id="passive",
        ),
        pytest.param(
            "Les rebelles ont pris Sarvane à l'armée gouvernementale après trois jours de combats.",
            [("Sarvane", "rebelles", "armée gouvernementale")],
            id="active",
        ),
        pytest.param(
            "Les insurgés prennent Orlec et Tambrel.",
            [("Orlec", "insurgés", None), ("Tambrel", "insurgés", None)],
            id="active",
        ),
        pytest.param(
            "L'armée a tenu un mois la ville de Sarvane, avant de s'en faire chasser par les rebelles.",
            [("Sarvane", "rebelles", "armée")],
            id="causatives",
        ),
        pytest.param(
            "La prise, lundi à l'aube, de la ville de Sarvane par les rebelles a surpris l'armée.",
            [("Sarvane", "rebelles", "armée")],
            id="aside",
        ),
        pytest.param(
            "Les rebelles assiégeaient la ville de Sarvane. Un communiqué l'a dite conquise.",
            [("Sarvane", "rebelles", None)],
            id="attributes",
        ),
        pytest.param(
            "Aux mains des rebelles depuis lundi, Sarvane est vide.",
            [("Sarvane", "rebelles", None)],
            id="fronted",
        ),
        pytest.param(
            "La ville de Sarvane est vide après les combats. Aux mains des rebelles depuis lundi.",
            [("Sarvane", "rebelles", None)],
            id="no verb",
        ),
        pytest.param(
            "L'armée défendait la ville de Sarvane. Les rebelles l'ont enlevée mardi.",
            [("Sarvane", "rebelles", "armée")],
            id="clitics",
        ),
        pytest.param(
            "Une femme était détenue dans la ville de Sarvane. Les soldats l'ont libérée mardi.",
            [],
            id="no capture",
        ),
        pytest.param(
            "Les rebelles se sont emparés de Goma lundi, puis de Bukavu et d'Uvira.",
            [("Goma", "rebelles", None), ("Bukavu", "rebelles", None), ("Uvira", "rebelles", None)],
            id="repeated preposition",
        ),
        pytest.param(
            "Les rebelles se sont emparés de Goma, à l'est de Bukavu.",
            [("Goma", "rebelles", None)],
            id="repeated preposition",
        ),
        pytest.param(
            "La ville de Sarvane, dans laquelle les rebelles sont entrés lundi, est vide.",
            [("Sarvane", "rebelles", None)],
            id="relative clauses",
        ),
        pytest.param(
            "La ville de Sarvane, que le chef des rebelles a fait reprendre lundi, est vide.",
            [("Sarvane", "rebelles", None)],
            id="causatives",
        ),
        pytest.param(
            "La ville de Sarvane, où se sont repliés les rebelles, a été bombardée.", [], id="no capture"
        ),
        pytest.param(
            "L'annonce, faite lundi par l'armée, de la libération de la ville de Sarvane a surpris.",
            [("Sarvane", "armée", None)],
            id="aside",
        ),
        pytest.param(
            "L'oasis de Sarvane se trouve désormais entre les mains des rebelles.",
            [("Sarvane", "rebelles", None)],
            id="states",
        ),
        pytest.param(
            "Les rebelles ont mis l'armée en déroute et occupent Sarvane depuis lundi.",
            [("Sarvane", "rebelles", "armée")],
            id="shared subject",
        ),
        pytest.param(
            "Troisième ville prise en une semaine par les rebelles, Goma est vide.",
            [("Goma", "rebelles", None)],
            id="fronted",
        ),
        pytest.param(
            "La ville de Sarvane, qu'ont prise lundi les rebelles, est calme.",
            [("Sarvane", "rebelles", None)],
            id="inversion",
        ),
        pytest.param(
            "La ville de Sarvane, dont s'est emparée lundi l'armée, est calme.",
            [("Sarvane", "armée", None)],
            id="inversion",
        ),
        pytest.param(
            "Lundi était prise la ville de Sarvane, après trois jours de combats.",
            [("Sarvane", None, None)],
            id="inversion",
        ),
        pytest.param(
            "Les soldats se sont fait reprendre la ville de Sarvane par les rebelles.",
            [("Sarvane", "rebelles", "soldats")],
            id="causatives",
        ),
        pytest.param(
            "L'armée s'est vu arracher Sarvane par les rebelles.",
            [("Sarvane", "rebelles", "armée")],
            id="causatives",
        ),
        pytest.param(
            "L'armée s'est fait chasser de Sarvane par les rebelles.",
            [("Sarvane", "rebelles", "armée")],
            id="causatives",
        ),
        pytest.param(
            "L'offensive a permis aux rebelles de s'emparer de Sarvane mardi.",
            [("Sarvane", "rebelles", None)],
            id="object control",
        ),
        pytest.param(
            "Ce fut au tour de Sarvane d'être prise mardi par les rebelles.",
            [("Sarvane", "rebelles", None)],
            id="au tour de",
        ),
        pytest.param(
            "Après la base de Tambrel, au tour de Sarvane de tomber aux mains des rebelles.",
            [("Sarvane", "rebelles", None)],
            id="au tour de, without a verb",
        ),
        pytest.param(
            "Les rebelles contrôlent désormais cinq des huit capitales provinciales.",
            [(None, "rebelles", None)],
            id="a share under a verb tagged an adjective",
        ),
        pytest.param(
            "Prise en 2012 par les rebelles, Sarvane a été libérée en 2013 par une intervention étrangère.",
            [("Sarvane", "rebelles", None), ("Sarvane", None, "rebelles")],
            id="an intervention is nobody",
        ),
        pytest.param(
            "Les rebelles ont perdu Sarvane, leur dernier fief, au profit des miliciens.",
            [("Sarvane", "miliciens", "rebelles")],
            id="au profit de, after an apposition",
        ),
        pytest.param(
            "L'armée, chassée de Sarvane en mai, y est revenue après de durs combats.",
            [("Sarvane", None, "armée"), ("Sarvane", "armée", None)],
            id="«y», whence they had been driven",
        ),
        pytest.param(
            "Les rebelles ont pris Sarvane, Orlec et une dizaine de villages.",
            [("Sarvane", "rebelles", None), ("Orlec", "rebelles", None)],
            id="a list that ends with others",
        ),
        pytest.param(
            "En deux jours, les rebelles ont pris Sarvane (nord), Orlec (est) et Tambrel (sud).",
            [("Sarvane", "rebelles", None), ("Orlec", "rebelles", None), ("Tambrel", "rebelles", None)],
            id="a list with brackets",
        ),
        pytest.param(
            "Les rebelles ont pris la capitale provinciale Sarvane.",
            [("Sarvane", "rebelles", None)],
            id="a rank right before the name",
        ),
        pytest.param(
            "Les rebelles ont, après quatre heures de combats, pris Sarvane.",
            [("Sarvane", "rebelles", None)],
            id="an aside between auxiliary and participle",
        ),
        pytest.param(
            "L'armée n'a pas, selon l'agence officielle, repris Sarvane.",
            [],
            id="an aside between auxiliary and participle, denied",
        ),
        pytest.param(
            "L'armée a repris, selon l'agence officielle, la ville de Sarvane.",
            [("Sarvane", "armée", None)],
            id="an aside before the object",
        ),
        pytest.param(
            "Sarvane avait été prise en mai par les rebelles, reprise en juin par l'armée.",
            [("Sarvane", "rebelles", "armée"), ("Sarvane", "armée", "rebelles")],
            id="a second participle with the subject of the first",
        ),
        pytest.param(
            "La ville-frontière de Sarvane est tombée aux mains des ex-rebelles.",
            [("Sarvane", "ex-rebelles", None)],
            id="compounds of a noun",
        ),
        pytest.param(
            "L'armée a repris aux troupes du maréchal Paul Varek la ville de Sarvane.",
            [("Sarvane", "armée", "troupes du maréchal Paul Varek")],
            id="a name behind its title",
        ),
        pytest.param("Le blessé a repris connaissance à Sarvane, malgré les combats.", [], id="a bare noun"),
        pytest.param(
            "Le gouverneur de Sarvane a livré la ville aux rebelles.",
            [("Sarvane", "rebelles", None)],
            id="who gives a town away need not fight",
        ),
        pytest.param(
            "Les rebelles ont pris Sarvane en même temps que la ville d'Orlec et, dans la foulée, la ville "
            "de Tambrel.",
            [("Sarvane", "rebelles", None), ("Orlec", "rebelles", None), ("Tambrel", "rebelles", None)],
            id="en même temps que, dans la foulée",
        ),
        pytest.param(
            "Norland : la ville de Sarvane passe sous le contrôle de l'armée.",
            [("Sarvane", "armée", None)],
            id="the country of a headline is no subject",
        ),
        pytest.param(
            "La ville de Sarvane nous a été reprise par l'armée, a dit un porte-parole des rebelles.",
            [("Sarvane", "armée", "rebelles")],
            id="«nous» beside a verb of the third person",
        ),
        pytest.param(
            "Les rebelles ont pris douze localités, dont Sarvane, Orlec et Tambrel.",
            [
                (None, "rebelles", None),
                ("Sarvane", "rebelles", None),
                ("Orlec", "rebelles", None),
                ("Tambrel", "rebelles", None),
            ],
            id="dont",
        ),
        pytest.param(
            "L'armée énumère douze localités reprises jeudi aux rebelles, dont Sarvane et Orlec.",
            [(None, None, "rebelles"), ("Sarvane", "armée", "rebelles"), ("Orlec", "armée", "rebelles")],
            id="dont",
        ),
        pytest.param(
            "Les rebelles ont pris trois villes, dont Sarvane est la plus grande.",
            [(None, "rebelles", None)],
            id="dont",
        ),
        pytest.param(
            "Sarvane, prise jeudi par les rebelles, est vide.",
            [("Sarvane", "rebelles", None)],
            id="reduced participle",
        ),
        pytest.param(
            "Tombée vendredi aux mains des insurgés, Orlec n'a plus d'électricité.",
            [("Orlec", "insurgés", None)],
            id="reduced participle",
        ),
        pytest.param(
            "Reprise lundi par l'armée, la ville d'Orlec a été pillée.",
            [("Orlec", "armée", None)],
            id="reduced participle",
        ),
        pytest.param(
            "Orlec, conquise en deux jours par les séparatistes, avait résisté un an.",
            [("Orlec", "séparatistes", None)],
            id="reduced participle",
        ),
        pytest.param(
            "La ville de Sarvane tombée, les rebelles marchent sur la capitale.",
            [("Sarvane", "rebelles", None)],
            id="absolute",
        ),
        pytest.param(
            "Les rebelles assiégeaient Sarvane depuis un mois. Ils l'ont prise jeudi.",
            [("Sarvane", "rebelles", None)],
            id="clitics",
        ),
        pytest.param(
            "L'armée tenait Sarvane depuis 2019. Les rebelles en ont pris le contrôle jeudi.",
            [("Sarvane", "armée", None), ("Sarvane", "rebelles", "armée")],
            id="clitics",
        ),
        pytest.param(
            "La ville de Sarvane a résisté un mois à l'armée; les soldats y sont entrés dimanche.",
            [("Sarvane", "soldats", None)],
            id="clitics",
        ),
        pytest.param(
            "Sarvane, dont l'armée a été chassée jeudi par les rebelles, est en feu.",
            [("Sarvane", "rebelles", "armée")],
            id="relative clauses",
        ),
        pytest.param(
            "Sarvane, d'où l'armée a été chassée jeudi, est un nœud routier.",
            [("Sarvane", None, "armée")],
            id="relative clauses",
        ),
        pytest.param(
            "Sarvane, que les rebelles ont prise à l'armée en mars, est coupée du monde.",
            [("Sarvane", "rebelles", "armée")],
            id="relative clauses",
        ),
        pytest.param(
            "Sarvane, où les rebelles sont entrés jeudi, est coupée du monde.",
            [("Sarvane", "rebelles", None)],
            id="relative clauses",
        ),
        pytest.param(
            "Les rebelles, qui se sont emparés jeudi de Sarvane, avancent vers Orlec.",
            [("Sarvane", "rebelles", None)],
            id="relative clauses",
        ),
        pytest.param(
            "La ville de Sarvane, dont les rebelles ont pris le contrôle mardi, compte 80.000 habitants.",
            [("Sarvane", "rebelles", None)],
            id="relative clauses",
        ),
        pytest.param(
            "Orlec, dont la chute a été annoncée par les rebelles, est un port.",
            [("Orlec", "rebelles", None)],
            id="relative clauses",
        ),
        pytest.param(
            "La prise d'Orlec par les rebelles, jeudi, a surpris les observateurs.",
            [("Orlec", "rebelles", None)],
            id="nouns",
        ),
        pytest.param(
            "Après la perte de Sarvane, l'armée s'est repliée vers le nord.",
            [("Sarvane", None, "armée")],
            id="nouns",
        ),
        pytest.param(
            "L'armée a annoncé jeudi la reconquête d'Orlec.", [("Orlec", "armée", None)], id="nouns"
        ),
        pytest.param(
            "La chute d'Orlec aux mains des rebelles est un revers pour l'armée.",
            [("Orlec", "rebelles", "armée")],
            id="nouns",
        ),
        pytest.param(
            "Le passage de Sarvane sous le contrôle des rebelles inquiète les ONG.",
            [("Sarvane", "rebelles", None)],
            id="nouns",
        ),
        pytest.param(
            "Les rebelles ont achevé la conquête de Sarvane et d'Orlec.",
            [("Orlec", "rebelles", None), ("Sarvane", "rebelles", None)],
            id="nouns",
        ),
        pytest.param(
            "La reprise de Sarvane aux jihadistes a coûté 40 morts à l'armée.",
            [("Sarvane", "armée", "jihadistes")],
            id="nouns",
        ),
        pytest.param(
            "Norlande : les rebelles prennent Sarvane\n\nLes combats ont duré trois jours.",
            [("Sarvane", "rebelles", None)],
            id="headlines",
        ),
        pytest.param(
            "Norlande : Sarvane aux mains des rebelles\n\nLes combats ont duré trois jours.",
            [("Sarvane", "rebelles", None)],
            id="headlines",
        ),
        pytest.param(
            "Chute de Sarvane : l'armée en déroute\n\nLes combats ont duré trois jours.",
            [("Sarvane", None, "armée")],
            id="headlines",
        ),
        pytest.param(
            "Norlande : l'armée chassée de Sarvane par les rebelles\n\nLes combats ont duré trois jours.",
            [("Sarvane", "rebelles", "armée")],
            id="headlines",
        ),
        pytest.param(
            "Sarvane sous contrôle rebelle\n\nLes combats ont duré trois jours.",
            [("Sarvane", "rebelle", None)],
            id="headlines",
        ),
        pytest.param(
            "Après la ville de Sarvane mardi, c'est au tour d'Orlec de tomber aux mains des rebelles.",
            [("Orlec", "rebelles", None)],
            id="one after the other",
        ),
        pytest.param(
            "Orlec est tombée à son tour jeudi devant les rebelles.",
            [("Orlec", "rebelles", None)],
            id="one after the other",
        ),
        pytest.param(
            "L'armée a repris Sarvane et les miliciens se sont emparés d'Orlec.",
            [("Orlec", "miliciens", "armée"), ("Sarvane", "armée", "miliciens")],
            id="lists",
        ),
        pytest.param(
            "Les rebelles ont pris la ville de Sarvane lundi, Orlec mardi et Tambrel mercredi.",
            [("Orlec", "rebelles", None), ("Sarvane", "rebelles", None), ("Tambrel", "rebelles", None)],
            id="lists",
        ),
        pytest.param(
            "Sarvane, Orlec et Tambrel sont tombées aux mains des rebelles.",
            [("Orlec", "rebelles", None), ("Sarvane", "rebelles", None), ("Tambrel", "rebelles", None)],
            id="lists",
        ),
        pytest.param(
            "Les rebelles affirment avoir pris Sarvane à l'armée.",
            [("Sarvane", "rebelles", "armée")],
            id="infinitives",
        ),
        pytest.param(
            "Les rebelles disent contrôler désormais la ville de Sarvane.",
            [("Sarvane", "rebelles", None)],
            id="infinitives",
        ),
        pytest.param(
            "Le chef des rebelles s'est vanté d'avoir chassé l'armée de Sarvane.",
            [("Sarvane", "rebelles", "armée")],
            id="infinitives",
        ),
        pytest.param(
            "Après avoir pris Sarvane jeudi, les rebelles ont marché sur Orlec.",
            [("Sarvane", "rebelles", None)],
            id="infinitives",
        ),
        pytest.param(
            "Après s'être emparés de Sarvane, les rebelles ont marché sur Orlec.",
            [("Sarvane", "rebelles", None)],
            id="infinitives",
        ),
        pytest.param(
            "Les rebelles ont réussi à s'emparer de Sarvane.",
            [("Sarvane", "rebelles", None)],
            id="infinitives",
        ),
        pytest.param(
            "Les rebelles sont parvenus à entrer dans Sarvane.",
            [("Sarvane", "rebelles", None)],
            id="infinitives",
        ),
        pytest.param(
            "En prenant Sarvane jeudi, les rebelles ont coupé la route du nord.",
            [("Sarvane", "rebelles", None)],
            id="gerunds",
        ),
        pytest.param(
            "Les rebelles ont coupé la route du nord en s'emparant jeudi de Sarvane.",
            [("Sarvane", "rebelles", None)],
            id="gerunds",
        ),
        pytest.param(
            "Les rebelles ont fait tomber Sarvane jeudi.", [("Sarvane", "rebelles", None)], id="causatives"
        ),
        pytest.param(
            "L'armée a laissé tomber Sarvane aux mains des rebelles.",
            [("Sarvane", "rebelles", "armée")],
            id="causatives",
        ),
        pytest.param(
            "Sarvane s'est rendue jeudi aux rebelles.", [("Sarvane", "rebelles", None)], id="causatives"
        ),
        pytest.param(
            "La garnison de Sarvane s'est rendue jeudi aux rebelles.",
            [("Sarvane", "rebelles", "garnison")],
            id="causatives",
        ),
        pytest.param(
            "L'armée a perdu la ville de Sarvane jeudi au profit des rebelles.",
            [("Sarvane", "rebelles", "armée")],
            id="the loser is the subject",
        ),
        pytest.param("L'armée a cédé Sarvane.", [("Sarvane", None, "armée")], id="the loser is the subject"),
        pytest.param(
            "Les derniers soldats ont quitté Sarvane à l'aube, laissant la ville aux rebelles.",
            [("Sarvane", "rebelles", "soldats")],
            id="the loser is the subject",
        ),
        pytest.param(
            "Les derniers soldats ont quitté Sarvane à l'aube.",
            [("Sarvane", None, "soldats")],
            id="the loser is the subject",
        ),
        pytest.param(
            "Le dernier soldat a quitté la ville de Sarvane jeudi à l'aube.",
            [("Sarvane", None, "soldat")],
            id="the loser is the subject",
        ),
        pytest.param(
            "Le retrait des rebelles de Sarvane s'est achevé jeudi, a annoncé l'armée.",
            [("Sarvane", None, "rebelles")],
            id="the loser is the subject",
        ),
        pytest.param(
            "La garnison s'est repliée jeudi de Sarvane.",
            [("Sarvane", None, "garnison")],
            id="the loser is the subject",
        ),
        pytest.param(
            "Sarvane n'est plus aux mains de l'armée, a reconnu le porte-parole.",
            [("Sarvane", None, "armée")],
            id="hands and sides",
        ),
        pytest.param(
            "« la ville de Sarvane est à nous », a lancé le chef des rebelles.",
            [("Sarvane", "rebelles", None)],
            id="hands and sides",
        ),
        pytest.param(
            "Sarvane est passée de l'armée aux rebelles.",
            [("Sarvane", "rebelles", "armée")],
            id="hands and sides",
        ),
        pytest.param(
            "Sarvane est passée aux rebelles jeudi.", [("Sarvane", "rebelles", None)], id="hands and sides"
        ),
        pytest.param(
            "Sarvane est revenue à l'armée en 2016.", [("Sarvane", "armée", None)], id="hands and sides"
        ),
        pytest.param(
            "Sarvane est allée aux rebelles au terme d'un mois de siège.",
            [("Sarvane", "rebelles", None)],
            id="hands and sides",
        ),
        pytest.param(
            "Sarvane a basculé jeudi dans le camp des rebelles.",
            [("Sarvane", "rebelles", None)],
            id="hands and sides",
        ),
        pytest.param(
            "Le drapeau noir des jihadistes a été hissé jeudi sur le gouvernorat d'Orlec.",
            [("Orlec", "jihadistes", None)],
            id="signs that add up",
        ),
        pytest.param(
            "Les rebelles défilent dans les rues de Sarvane. Les soldats sont partis dans la nuit.",
            [("Sarvane", "rebelles", "soldats")],
            id="signs that add up",
        ),
        pytest.param(
            "Des rebelles circulent librement dans Sarvane depuis le départ, jeudi, des soldats.",
            [("Sarvane", "rebelles", "soldats")],
            id="signs that add up",
        ),
        pytest.param(
            "Les insurgés assiégeaient Sarvane depuis un an. La ville est tombée jeudi.",
            [("Sarvane", "insurgés", None)],
            id="reference",
        ),
        pytest.param(
            "L'armée a pris jeudi le chef-lieu de la province, Sarvane.",
            [("Sarvane", "armée", None)],
            id="reference",
        ),
        pytest.param(
            "L'armée a pris jeudi Sarvane, chef-lieu de la province d'Orlec.",
            [("Sarvane", "armée", None)],
            id="reference",
        ),
        pytest.param(
            "L'armée a pris jeudi le carrefour stratégique de Sarvane.",
            [("Sarvane", "armée", None)],
            id="reference",
        ),
        pytest.param("L'armée a pris jeudi le port de la ville de Sarvane.", [], id="reference"),
        pytest.param(
            "L'armée a pris le centre-ville de Sarvane.", [("Sarvane", "armée", None)], id="reference"
        ),
        pytest.param(
            "Les rebelles se sont rendus maîtres de l'essentiel de Sarvane.",
            [("Sarvane", "rebelles", None)],
            id="reference",
        ),
        pytest.param(
            "Moscou a annoncé jeudi la prise de Sarvane à l'armée ukrainienne.",
            [("Sarvane", "Moscou", "armée ukrainienne")],
            id="a capital for its government",
        ),
        pytest.param(
            "Damas a repris Sarvane aux rebelles.",
            [("Sarvane", "Damas", "rebelles")],
            id="a capital for its government",
        ),
        pytest.param(
            "Les rebelles ont pris Sarvane. L'armée s'en est retirée.",
            [("Sarvane", "rebelles", "armée")],
            id="who lost it",
        ),
        pytest.param(
            "Les rebelles ont pris Sarvane jeudi. La garnison s'est repliée vers le sud.",
            [("Sarvane", "rebelles", "garnison")],
            id="who lost it",
        ),
        pytest.param(
            "Les rebelles ont pris Sarvane jeudi. Les soldats ont fui sans combattre.",
            [("Sarvane", "rebelles", "soldats")],
            id="who lost it",
        ),
        pytest.param(
            "Les rebelles ont pris Sarvane jeudi, après le retrait de l'armée.",
            [("Sarvane", "rebelles", "armée")],
            id="who lost it",
        ),
        pytest.param(
            "Les miliciens ont arraché Sarvane aux forces gouvernementales.",
            [("Sarvane", "miliciens", "forces gouvernementales")],
            id="who lost it",
        ),
        pytest.param(
            "Sarvane, fief des rebelles depuis dix ans, est tombée jeudi aux mains de l'armée.",
            [("Sarvane", "armée", "rebelles")],
            id="who lost it",
        ),
        pytest.param(
            "Sarvane, que tenaient les rebelles, est tombée jeudi aux mains de l'armée.",
            [("Sarvane", "armée", "rebelles")],
            id="who lost it",
        ),
        pytest.param(
            "Les rebelles se sont emparés de trois autres localités.",
            [(None, "rebelles", None)],
            id="aggregates",
        ),
        pytest.param(
            "Une dizaine de villages sont tombés aux mains des rebelles.",
            [(None, "rebelles", None)],
            id="aggregates",
        ),
        pytest.param(
            "Les rebelles ont pris la ville de Sarvane lundi. Même chose à Orlec jeudi.",
            [("Orlec", "rebelles", None), ("Sarvane", "rebelles", None)],
            id="ellipsis",
        ),
        pytest.param(
            "Deux jours après la chute de Sarvane, Orlec a connu le même sort. Les rebelles avancent.",
            [("Orlec", "rebelles", None), ("Sarvane", "rebelles", None)],
            id="ellipsis",
        ),
        pytest.param(
            "Les rebelles se sont emparés du bourg de Sarvane, dans le nord (montagneux), et de celui de"
            " Orlec, dans le sud.",
            [("Sarvane", "rebelles", None), ("Orlec", "rebelles", None)],
            id="celle de, after a town",
        ),
        pytest.param(
            "L'armée a annoncé la prise de Sarvane, où ses canons portent plus loin que ceux de Kiev.",
            [("Sarvane", "armée", None)],
            id="que celles de",
        ),
        pytest.param(
            "À Chypre, dont le deuxième port, Sarvane, est tombé mardi aux mains des insurgés, on attend.",
            [("Sarvane", "insurgés", None)],
            id="a scene has lost nothing",
        ),
        pytest.param(
            "Aux Comores, l'armée a repris le port de Sarvane.",
            [("Sarvane", "armée", None)],
            id="a scene in front has lost nothing",
        ),
        pytest.param(
            "Les rebelles ont pris Sarvane, dans le nord du Norland, au lendemain du départ des soldats.",
            [("Sarvane", "rebelles", "soldats")],
            id="no aside: au lendemain",
        ),
        pytest.param(
            "Les rebelles ont pris le port de Sarvane, dans le Valdrois (est), et avancent vers le sud.",
            [("Sarvane", "rebelles", None)],
            id="where a region lies is no date",
        ),
        pytest.param(
            "L'armée est entrée dans la partie ouest du bourg de Sarvane.",
            [],
            id="a part of a town",
        ),
        pytest.param(
            "L'armée ne contrôle plus que le port de Sarvane. Ils ne sont plus maîtres que d'Orlec.",
            [],
            id="what is left to a party",
        ),
        pytest.param(
            "Les rebelles ont pris Sarvane mardi. Désormais, le seul port aux mains de l'armée est Orlec.",
            [("Sarvane", "rebelles", "armée")],
            id="la seule ville is none named before",
        ),
        pytest.param(
            "Les rebelles ont pris Orlec. La cité de Sarvane a quant à elle été cédée à leurs alliés.",
            [("Orlec", "rebelles", None)],
            id="quant à elle is no other town",
        ),
        pytest.param(
            "L'armée annonce la prise de neuf hameaux, Lisbonne dément.",
            [(None, "armée", None)],
            id="who denies is no town of the list",
        ),
        pytest.param(
            "Les forces russes ont repoussé de nouveaux assauts de Kiev. La prise de Sarvane par les rebelles"
            " a suscité de vives réactions de Washington.",
            [("Sarvane", "rebelles", None)],
            id="capitals that act",
        ),
        pytest.param(
            "Les troupes norlandaises ont pris le contrôle d'une caserne dans le port de Sarvane.",
            [],
            id="a site in a town is not the town",
        ),
        pytest.param(
            "L'armée contrôle toujours l'autre moitié du port de Sarvane, a dit la police.",
            [],
            id="a half still held",
        ),
        pytest.param(
            "La chute d'Orlec, après celle de Sarvane, affaiblit l'armée.",
            [("Orlec", None, "armée"), ("Sarvane", None, "armée")],
            id="ellipsis",
        ),
        pytest.param(
            "Les rebelles ont pris Sarvane et, mardi, Orlec.",
            [("Orlec", "rebelles", None), ("Sarvane", "rebelles", None)],
            id="ellipsis",
        ),
        pytest.param(
            "Sarvane a capitulé jeudi devant les rebelles.", [("Sarvane", "rebelles", None)], id="falling"
        ),
        pytest.param(
            "Sarvane est tombée jeudi face aux rebelles.", [("Sarvane", "rebelles", None)], id="falling"
        ),
        pytest.param(
            "L'armée a rétabli son autorité sur Sarvane.", [("Sarvane", "armée", None)], id="other ways"
        ),
        pytest.param(
            "L'armée a étendu son contrôle à toute la ville de Sarvane.",
            [("Sarvane", "armée", None)],
            id="other ways",
        ),
        pytest.param(
            "Les rebelles ont fait leur entrée jeudi dans Sarvane.",
            [("Sarvane", "rebelles", None)],
            id="other ways",
        ),
        pytest.param("Les rebelles ont pris pied dans Sarvane.", [], id="other ways"),
        pytest.param(
            "Les colonnes de rebelles sont entrées dans Sarvane sans tirer un coup de feu.",
            [("Sarvane", "rebelles", None)],
            id="other ways",
        ),
        pytest.param(
            "Les rebelles ont délivré Sarvane de l'occupation ennemie.",
            [("Sarvane", "rebelles", None)],
            id="other ways",
        ),
        pytest.param(
            "Les rebelles ont déferlé jeudi sur Sarvane et en ont pris possession.",
            [("Sarvane", "rebelles", None)],
            id="other ways",
        ),
        pytest.param("Les rebelles encerclent Sarvane depuis un mois.", [], id="no capture"),
        pytest.param("Les rebelles ont attaqué Sarvane jeudi.", [], id="no capture"),
        pytest.param("Les rebelles sont aux portes de Sarvane.", [], id="no capture"),
        pytest.param("L'armée tient toujours Sarvane malgré les assauts des rebelles.", [], id="no capture"),
        pytest.param("Les rebelles ont bombardé la ville de Sarvane et pris la fuite.", [], id="no capture"),
        pytest.param("Les rebelles ont pris en otage dix habitants de Sarvane.", [], id="no capture"),
        pytest.param(
            "Le président est entré dans Sarvane jeudi, acclamé par la foule, loin des combats.",
            [],
            id="no capture",
        ),
        pytest.param("Les soldats sont arrivés jeudi à Sarvane en renfort.", [], id="no capture"),
        pytest.param("Des obus sont tombés sur Sarvane, tuant dix soldats.", [], id="no capture"),
        pytest.param("Les rebelles ont quitté la table des négociations à Sarvane.", [], id="no capture"),
        pytest.param("Les habitants ont repris le chemin de Sarvane après les combats.", [], id="no capture"),
        pytest.param("L'armée a repris les bombardements sur Sarvane.", [], id="no capture"),
        pytest.param(
            "La trêve est entrée en vigueur à Sarvane entre l'armée et les rebelles.", [], id="no capture"
        ),
        pytest.param("Les rebelles ont perdu dix hommes à Sarvane.", [], id="no capture"),
    ],
)
def test_construction(text: str, expected: list[tuple[str | None, str | None, str | None]]) -> None:
    events = extractor.extract(text, published="2024-03-15").events
    read = [(e.place, e.taker, e.loser) for e in events if e.status in _HAPPENED]
    assert sorted(read, key=str) == sorted(expected, key=str)
