"""How a statement presents a capture: as a fact, on whose word, disputed, denied or yet to come."""

from __future__ import annotations

import pytest

import extractor

pytestmark = pytest.mark.model

CONTEXT = "La ville de Sarvane compte 40.000 habitants. La guerre dure depuis des mois.\n\n"

ASSERTED = [
    ("Il a fallu dix jours à l'armée pour reprendre Sarvane.", None),
    ("La ville de Sarvane a fini par tomber.", None),
    ("Sarvane a été reprise lundi. C'est une victoire, a dit le général Paul Sorel.", None),
    ("Sarvane a été reprise lundi. Le ministre a parlé d'une victoire.", None),
    ("Les rebelles ont pris Sarvane, d'où, selon un habitant, la population a fui.", None),
    ("Sarvane a été prise lundi, de l'aveu même de l'armée.", None),
    ("Sarvane est tombée lundi, selon les soldats eux-mêmes.", None),
    ("Les rebelles sont entrés lundi dans Sarvane, déclarée ville ouverte.", None),
    ("Sarvane a dû être abandonnée lundi par l'armée.", None),
    ("« Nous avons perdu Sarvane », a dit un colonel.", None),
    ("L'armée a convenu que Sarvane n'était « plus sous son contrôle ».", None),
    ("Des soldats ont posé sur la place pour montrer que Sarvane avait été reprise.", None),
    ("« Nous avons quitté Sarvane », explique un porte-parole des rebelles.", None),
    ("Les rebelles ont pris Sarvane; l'armée l'avait nié avant d'en convenir.", None),
    ("Les rebelles ont pris Sarvane. L'armée a nié « toute défaite » au nord.", None),
    ("Sarvane aura été prise en un jour par les rebelles.", None),
    ("Les rebelles ont pris Sarvane, ce que l'armée n'a d'ailleurs jamais contesté.", None),
    ("Perdue lundi par l'armée, Sarvane serait en flammes, selon un habitant.", None),
    ("Les rebelles ont pris Sarvane lundi.", None),
    ("En prenant Sarvane, soldats et rebelles ont coupé la route de la capitale.", None),
    ("L'armée a reconnu avoir perdu Sarvane.", None),
    ("Les rebelles disent avoir pris Sarvane. L'armée le confirme.", None),
    (
        "Les rebelles ont affirmé avoir pris Sarvane, ce que l'armée a démenti. Sarvane est tombée mardi.",
        None,
    ),
    ("Les rebelles ont pris Sarvane. L'armée dément les pillages, pas les combats.", None),
    ("L'armée a confirmé la chute de Sarvane.", None),
    ("L'armée a admis mardi que Sarvane était tombée.", None),
    ("Les rebelles ont affirmé avoir pris Sarvane. L'armée a reconnu s'être retirée de la ville.", None),
    ("Les rebelles ont revendiqué la prise de Sarvane, ce que l'armée a confirmé.", None),
    ("Les rebelles ont revendiqué la prise de Sarvane, confirmée par l'armée.", None),
    ("L'armée concède la perte de Sarvane.", None),
    ("« Nous avons perdu Sarvane », a reconnu un officier de l'armée.", None),
    (
        (
            "« L'ennemi a pris Sarvane », a déclaré un porte-parole de l'armée. Les rebelles y ont "
            "hissé leur drapeau."
        ),
        None,
    ),
    ("La prise de Sarvane par les rebelles a provoqué la fuite de milliers d'habitants.", None),
    ("Les rebelles ont promis d'épargner les habitants de Sarvane, tombée lundi.", None),
    ("L'armée a d'abord démenti, puis reconnu la perte de Sarvane.", None),
    ("L'armée a reconnu, après l'avoir démentie, la perte de Sarvane.", None),
    ("« Sarvane est tombée », a admis le porte-parole de l'armée.", None),
    ("L'armée n'a pas réussi à empêcher la chute de Sarvane.", None),
    ("L'armée n'a pas pu empêcher les rebelles de prendre Sarvane.", None),
    ("Les rebelles ont réussi à prendre Sarvane.", None),
    ("Les rebelles sont parvenus à s'emparer de Sarvane.", None),
    ("Les rebelles ont fini par prendre Sarvane.", None),
    ("Les rebelles viennent de prendre Sarvane.", None),
    ("Les rebelles ont pris Sarvane sans rencontrer de résistance.", None),
    ("Sarvane n'est plus aux mains de l'armée depuis lundi.", None),
    ("Sarvane n'a pas résisté : les rebelles ont pris la ville lundi.", None),
    ("L'armée, qui avait juré de tenir, a perdu Sarvane lundi.", None),
    ("Le ministre a démissionné après que les rebelles ont pris Sarvane.", None),
    ("Le président, qui a dénoncé la prise de Sarvane, a convoqué l'ambassadeur.", None),
    ("L'ONU a condamné la prise de Sarvane par les rebelles.", None),
    ("L'ONU s'inquiète de la chute de Sarvane.", None),
    ("Les habitants craignent des représailles depuis que les rebelles ont pris Sarvane.", None),
    ("Si les rebelles ont pris Sarvane lundi, Orlec résiste toujours.", None),
    ("Si Sarvane est tombée en deux jours, c'est que l'armée n'y avait plus de munitions.", None),
    ("Un journaliste de l'AFP a constaté que les rebelles contrôlaient désormais Sarvane.", None),
    ("Les rebelles contrôlent désormais Sarvane, a constaté un journaliste de l'AFP.", None),
    ("C'est lundi que les rebelles ont pris Sarvane.", None),
    ("Comment les rebelles ont pris Sarvane.", None),
    ("Pourquoi Sarvane est tombée si vite", None),
    ("« Nous n'avons plus rien », dit Anna, qui a fui Sarvane après sa chute lundi.", None),
    ("Le gouverneur a dû reconnaître la chute de Sarvane.", None),
    ("L'armée, qui démentait encore lundi, a fini par admettre la perte de Sarvane.", None),
]

CLAIMED = [
    ("L'annonce par l'armée de la prise de Sarvane a surpris la région.", "armée"),
    ("Les rebelles, qui s'étaient regroupés, auraient repris Sarvane.", None),
    ("A en croire les rebelles, Sarvane est tombée sans combat.", "rebelles"),
    ("De source militaire, on indique que Sarvane est tombée.", "source militaire"),
    ("On affirme de source gouvernementale que Sarvane a été reprise.", "source gouvernementale"),
    ("La prise présumée de Sarvane par les rebelles inquiète l'ONU.", None),
    ("L'armée n'a ni confirmé ni démenti la perte de Sarvane.", None),
    ("Aucune source indépendante n'a pu confirmer la prise de Sarvane.", None),
    ("La prise de Sarvane n'a pas pu être confirmée de source indépendante.", None),
    ("L'agence n'était pas en mesure de vérifier la prise de Sarvane.", None),
    ("Selon un médecin qui a requis l'anonymat, Sarvane est tombée lundi.", "un médecin"),
    ("Les rebelles ont pris Sarvane, ont rapporté mardi des habitants.", "habitants"),
    ("Les rebelles auraient réussi à prendre Sarvane.", None),
    ("Le général Paul Sorel est formel. Celui-ci assure que l'armée a repris Sarvane.", "général Paul Sorel"),
    ("Le général Paul Sorel a parlé. Ce dernier affirme que l'armée a repris Sarvane.", "général Paul Sorel"),
    ("Le général Paul Sorel a parlé. « Sarvane est reprise », a-t-il ajouté.", "général Paul Sorel"),
    ("L'armée le dit : Sarvane est reprise.", "armée"),
    ("C'est l'armée qui l'annonce : Sarvane est reprise.", "armée"),
    ("Sarvane est reprise, c'est l'armée qui le dit.", "armée"),
    ("Sarvane a été reprise lundi. C'est du moins ce qu'affirme l'armée.", "armée"),
    ("A la télévision, le ministre a parlé d'une « libération totale » de Sarvane.", "ministre"),
    ("Le colonel Sorel a parlé lundi. A l'en croire, Sarvane a été reprise.", "colonel Sorel"),
    ("Sarvane a été reprise lundi, si l'on en croit un batelier.", "un batelier"),
    ("Les rebelles s'attribuent la prise de Sarvane.", "rebelles"),
    ("« Les rebelles ont pris Sarvane », soupire l'imam Paul Sorel.", "imam Paul Sorel"),
    ("Sarvane a été signalée perdue lundi.", None),
    ("Les rebelles ont annoncé lundi, par la voix de leur porte-parole, la prise de Sarvane.", "rebelles"),
    ("Les voyageurs tiennent Sarvane pour perdue.", "voyageurs"),
    ("« Sarvane a été prise lundi. » La phrase a été prononcée par un général.", "un général"),
    ("« Sarvane a été prise lundi. » Un général a lu ce communiqué à la radio.", "Un général"),
    ("Le général est apparu devant la caméra. « Sarvane a été prise lundi. »", "général"),
    ("Selon un prêtre, les soldats ont fui. Sarvane aurait été prise lundi.", "un prêtre"),
    ("Le mouvement touareg ajoute Sarvane à ses conquêtes.", "mouvement touareg"),
    ("La radio des rebelles dit Sarvane « prise ».", "radio des rebelles"),
    ("Sarvane, selon un batelier, n'est plus russe.", "un batelier"),
    ("Les rebelles affirment que Sarvane est de nouveau à eux.", "rebelles"),
    ("« Sarvane est prise, j'en viens », a soutenu par téléphone l'un de leurs chefs.", "leurs chefs"),
    ("L'état-major a envoyé un bulletin : Sarvane « est prise ».", "état-major"),
    ("Les Russes jurent avoir pris Sarvane.", "Russes"),
    ("L'armée a fait savoir que Sarvane avait été reprise.", "armée"),
    ("Sarvane a été reprise lundi, a fait savoir l'armée.", "armée"),
    ("Les rebelles se flattent d'avoir pris Sarvane.", "rebelles"),
    ("Le colonel Paul Martin est arrivé mardi. Sarvane, dit-il, a été reprise.", "colonel Paul Martin"),
    ("Sarvane a été prise par les rebelles, a-t-on assuré.", None),
    ("Sarvane a été prise lundi, au témoignage d'un médecin.", "un médecin"),
    ("Sarvane a été délivrée lundi par l'armée, d'après un général.", "un général"),
    ("Les rebelles se sont attribué Sarvane.", "rebelles"),
    ("Les rebelles disent avoir pris Sarvane; aucune source n'était en mesure de le confirmer.", "rebelles"),
    ("Les rebelles disent avoir pris Sarvane. Un habitant le confirme.", "rebelles"),
    (
        "« Les rebelles ont pris Sarvane dans la matinée », a dit le préfet, Paul Martin.",
        "préfet, Paul Martin",
    ),
    ("Les rebelles ont affirmé lundi avoir pris le contrôle de Sarvane.", "rebelles"),
    ("Les rebelles disent s'être emparés de Sarvane.", "rebelles"),
    ("L'armée assure que ses soldats ont repris Sarvane.", "armée"),
    ("Un porte-parole des rebelles a annoncé que Sarvane était tombée.", "Un porte-parole des rebelles"),
    ("Les rebelles se targuent d'avoir conquis Sarvane.", "rebelles"),
    ("Les rebelles prétendent contrôler désormais Sarvane.", "rebelles"),
    (
        (
            "Le général Tarel a déclaré mardi que ses hommes étaient entrés dans Sarvane et qu'ils "
            "tenaient désormais la ville."
        ),
        "général Tarel",
    ),
    ("Les rebelles revendiquent la prise de Sarvane.", "rebelles"),
    (
        "Un habitant joint par téléphone a raconté que les rebelles avaient pris Sarvane à l'aube.",
        "Un habitant",
    ),
    (
        "Une source sécuritaire a indiqué à l'AFP que Sarvane était passée aux mains des rebelles.",
        "Une source sécuritaire",
    ),
    ("Une ONG fait état de la prise de Sarvane par les rebelles.", "Une ONG"),
    ("Des médias rapportent que Sarvane a été prise par les rebelles.", "Des médias"),
    ("La radio d'Etat a rapporté la chute de Sarvane.", "radio d'Etat"),
    ("La prise de Sarvane a été revendiquée par les rebelles.", "rebelles"),
    ("La chute de Sarvane a été annoncée mardi par les rebelles.", "rebelles"),
    ("Les rebelles auraient pris Sarvane dans la nuit.", None),
    ("Sarvane serait tombée aux mains des rebelles.", None),
    ("Sarvane aurait été reprise par l'armée.", None),
    ("Les rebelles se seraient emparés de Sarvane.", None),
    ("Les rebelles ont pris Sarvane, selon des témoins.", "des témoins"),
    ("D'après deux habitants, les rebelles ont pris Sarvane dimanche.", "deux habitants"),
    ("Les rebelles ont pris Sarvane, a-t-on appris de source militaire.", "source militaire"),
    ("A en croire le maire, les rebelles ont pris Sarvane.", "maire"),
    ("Les rebelles ont pris Sarvane, à en croire le préfet.", "préfet"),
    ("Les rebelles ont pris Sarvane, a indiqué un témoin.", "un témoin"),
    ("Sarvane est tombée, a assuré le commandant rebelle Ivan Tarel.", "commandant rebelle Ivan Tarel"),
    ("« Nous avons pris Sarvane », a lancé le chef rebelle devant la presse.", "chef rebelle"),
    ('"Nous avons pris Sarvane", a lancé le chef rebelle devant la presse.', "chef rebelle"),
    ("“Nous avons pris Sarvane”, a lancé le chef rebelle devant la presse.", "chef rebelle"),
    ("Le chef rebelle est apparu à la télévision : « Sarvane est libérée. »", "chef rebelle"),
    ("Dans un communiqué, le Mouvement du Nord dit avoir pris Sarvane.", "Mouvement du Nord"),
    ("Un communiqué du Mouvement du Nord proclame la prise de Sarvane.", "Mouvement du Nord"),
    (
        (
            "« Hier soir, nos hommes ont planté le drapeau. Nous avons pris Sarvane », raconte le "
            "commandant Orane."
        ),
        "commandant Orane",
    ),
    (
        "« Nous avons repris Sarvane lundi à l'aube. La ville est sûre », a déclaré le colonel Orane.",
        "colonel Orane",
    ),
    ("« Sarvane est à nous. Nous l'avons prise hier », a déclaré le colonel Orane.", "colonel Orane"),
    ("Victoire à Sarvane : l'armée dit avoir repris la ville.", "armée"),
    ("Les rebelles, cités par une radio locale, affirment avoir pris Sarvane.", "rebelles"),
    (
        (
            "Selon les rebelles, Sarvane est tombée lundi. Cette information n'a pu être vérifiée de "
            "source indépendante."
        ),
        "rebelles",
    ),
    ("Les rebelles ont pris Sarvane, ont-ils annoncé mardi.", "rebelles"),
    ("Les rebelles ont annoncé lundi la prise de Sarvane. L'armée n'a pas commenté.", "rebelles"),
]

DISPUTED = [
    (
        "Les rebelles affirment avoir pris Sarvane. L'armée assure au contraire que ses hommes y campent.",
        "rebelles",
    ),
    ("Les rebelles affirment avoir pris Sarvane. L'armée s'en défend.", "rebelles"),
    ("Les rebelles affirment avoir pris Sarvane. Un porte-parole de l'armée s'inscrit en faux.", "rebelles"),
    (
        "Les rebelles affirment avoir pris Sarvane. L'armée a qualifié ces affirmations de ridicules.",
        "rebelles",
    ),
    ("Les rebelles affirment avoir pris Sarvane. L'armée n'y voit qu'un montage.", "rebelles"),
    ("Les rebelles affirment avoir pris Sarvane. L'armée crie au mensonge.", "rebelles"),
    ("Sarvane aurait été prise lundi. « Nous y sommes encore », rétorque l'armée.", None),
    (
        "Les rebelles affirment avoir pris Sarvane. « Nous y dormons encore », réplique un officier.",
        "rebelles",
    ),
    ("Les rebelles affirment avoir pris Sarvane ; le préfet s'en étonne.", "rebelles"),
    ("Les rebelles affirment avoir pris Sarvane. L'armée soutient le contraire.", "rebelles"),
    ("Les rebelles affirment avoir pris Sarvane. Le préfet assure que non.", "rebelles"),
    (
        "Les rebelles affirment avoir pris Sarvane. « C'est faux, la place est à nous », dit le préfet.",
        "rebelles",
    ),
    ("Les rebelles jurent avoir pris Sarvane, ce que l'armée dément.", "rebelles"),
    ("Les rebelles affirment avoir pris Sarvane. L'armée norvanaise dément.", "rebelles"),
    ("Les rebelles affirment avoir pris Sarvane. L'armée a publié un démenti.", "rebelles"),
    ("Les rebelles affirment avoir pris Sarvane. Démenti de l'armée.", "rebelles"),
    ("Les rebelles affirment avoir pris Sarvane. Un mensonge, selon l'armée.", "rebelles"),
    ("Les rebelles affirment avoir pris Sarvane. « Pure intoxication », a dit le préfet.", "rebelles"),
    ("Les rebelles affirment avoir pris Sarvane, ce que dément l'armée.", "rebelles"),
    ("Les rebelles affirment avoir pris Sarvane, ce que l'armée conteste.", "rebelles"),
    ("Les rebelles affirment avoir pris Sarvane, mais l'armée dément.", "rebelles"),
    ("Les rebelles disent avoir pris Sarvane, l'armée dément.", "rebelles"),
    ("Les rebelles ont annoncé la prise de Sarvane. L'armée a aussitôt démenti.", "rebelles"),
    ("Les rebelles ont annoncé la prise de Sarvane. L'armée a démenti cette information.", "rebelles"),
    (
        "Les rebelles ont annoncé la prise de Sarvane. « C'est faux », a répondu un porte-parole de l'armée.",
        "rebelles",
    ),
    ("Les rebelles ont annoncé la prise de Sarvane. Une affirmation démentie par l'armée.", "rebelles"),
    ("Les rebelles ont annoncé la prise de Sarvane, aussitôt démentie par l'armée.", "rebelles"),
    ("Les rebelles ont annoncé la prise de Sarvane. Selon l'armée, la ville n'est pas tombée.", "rebelles"),
    (
        (
            "Les rebelles ont annoncé la prise de Sarvane. « La ville est toujours sous notre "
            "contrôle », a affirmé le colonel Orane, de l'armée."
        ),
        "rebelles",
    ),
    ("Les rebelles ont annoncé la prise de Sarvane. L'armée assure tenir toujours la ville.", "rebelles"),
    (
        "Les rebelles ont annoncé la prise de Sarvane. L'armée affirme que l'assaut a été repoussé.",
        "rebelles",
    ),
    (
        "Les rebelles ont annoncé la prise de Sarvane. Des combats s'y poursuivent, rétorque l'armée.",
        "rebelles",
    ),
    (
        (
            "Contrairement à ce qu'affirment les rebelles, qui disent avoir pris Sarvane, la ville "
            "résiste, selon l'armée."
        ),
        "rebelles",
    ),
    ("Selon les rebelles, Sarvane est tombée lundi. L'armée nie.", "rebelles"),
    (
        (
            "Selon les rebelles, Sarvane est tombée lundi. Le ministère de la Défense évoque de la « "
            "propagande »."
        ),
        "rebelles",
    ),
    ("« Sarvane est à nous », clament les rebelles. Mensonge, selon l'armée.", "rebelles"),
    (
        (
            "Les rebelles ont revendiqué la prise de Sarvane. Le maire a publié une vidéo tournée "
            "devant la mairie, où flotte toujours le drapeau national, pour démentir sa chute."
        ),
        "rebelles",
    ),
]

DENIED = [
    ("L'armée dément avoir perdu Sarvane.", "armée"),
    ("Les informations faisant état de la chute de Sarvane sont fausses.", None),
    ("L'armée a tenté lundi de reprendre Sarvane, mais les rebelles l'ont refoulée.", None),
    ("L'armée a tenté en vain de reprendre Sarvane.", None),
    ("L'armée a tenté lundi de reprendre Sarvane, sans succès.", None),
    ("L'armée dément la chute de Sarvane.", "armée"),
    ("L'armée a démenti que Sarvane soit tombée.", "armée"),
    ("L'armée nie avoir perdu Sarvane.", "armée"),
    ("La prise de Sarvane a été démentie par le maire.", "maire"),
    ("Sarvane n'est pas tombée, a affirmé le maire.", "maire"),
    ("« Sarvane n'est pas tombée », a affirmé le maire.", "maire"),
    ("« Non, Sarvane n'est pas tombée », affirme son maire.", "son maire"),
    ("Sarvane n'est jamais tombée.", None),
    ("Sarvane n'est toujours pas tombée.", None),
    ("Les rebelles n'ont pas réussi à prendre Sarvane.", None),
    ("Les rebelles ne sont pas parvenus à s'emparer de Sarvane.", None),
    ("Les rebelles n'ont pu prendre Sarvane.", None),
    ("Les rebelles ont échoué à prendre Sarvane.", None),
    ("Les rebelles ont échoué lundi dans leur tentative de prendre Sarvane.", None),
    ("Les rebelles ont renoncé à prendre Sarvane.", None),
    ("Les rebelles ont failli prendre Sarvane en 2019.", None),
    ("L'armée a empêché les rebelles de prendre Sarvane.", None),
    ("L'armée a empêché la prise de Sarvane par les rebelles.", None),
    ("Les rebelles se sont battus trois mois sans jamais prendre Sarvane.", None),
    ("Sarvane a résisté : les rebelles ne l'ont pas prise.", None),
    ("La tentative des rebelles de s'emparer de Sarvane a échoué.", None),
    ("L'assaut lancé lundi pour prendre Sarvane a été repoussé.", None),
    ("Une offensive pour s'emparer de Sarvane a tourné court.", None),
    ("La tentative de prise de Sarvane s'est soldée par un échec.", None),
    ("Aucun rebelle n'a pris Sarvane.", None),
    ("Ni l'armée ni les rebelles n'ont pris Sarvane.", None),
    ("Il est faux que Sarvane soit tombée.", None),
    ("A l'époque, les rebelles étaient loin d'avoir pris Sarvane.", None),
]

POSSIBLE = [
    ("Une fois Sarvane prise, les rebelles marcheront sur la capitale.", None),
    ("L'armée aurait repris Sarvane si les renforts n'avaient pas tardé.", None),
    ("L'armée a entamé la reconquête de Sarvane.", None),
    ("Sarvane a été en partie reprise mardi par l'armée.", None),
    ("Sarvane, occupée partiellement par les rebelles, est encerclée.", None),
    ("Le retrait de l'armée de Sarvane est prévu pour vendredi.", None),
    ("La prise de Sarvane est attendue dans la semaine.", None),
    ("La chute imminente de Sarvane inquiète l'ONU.", None),
    ("L'ONU redoute les suites d'une éventuelle prise de Sarvane par les rebelles.", None),
    ("Les rebelles ont accepté de se retirer de Sarvane.", None),
    ("Les rebelles se sont engagés à quitter Sarvane.", None),
    ("Les chefs tribaux négocient la reddition de Sarvane.", None),
    ("Il faudrait dix jours à l'armée pour reprendre Sarvane.", None),
    ("Les rebelles parviendront à prendre Sarvane.", None),
    ("L'ouverture du pont permettrait de reprendre Sarvane.", None),
    ("La ville de Sarvane est près de tomber.", None),
    ("L'armée est à deux pas de reprendre Sarvane.", None),
    ("Les rebelles sont tout près de prendre Sarvane.", None),
    ("Si Sarvane est perdue, la capitale tombera.", None),
    ("Les rebelles menacent de prendre Sarvane.", None),
    ("Les rebelles s'apprêtent à prendre Sarvane.", None),
    ("Les rebelles sont sur le point de prendre Sarvane.", None),
    ("Les rebelles sont en passe de s'emparer de Sarvane.", None),
    ("Sarvane menace de tomber.", None),
    ("La chute de Sarvane est imminente.", None),
    ("La chute de Sarvane n'est qu'une question d'heures.", None),
    ("La prise de Sarvane ouvrirait la route de la capitale aux rebelles.", None),
    ("La prise de Sarvane permettrait aux rebelles de couper la route.", None),
    ("La chute de Sarvane serait un coup dur pour l'armée.", None),
    ("Si Sarvane tombait, la capitale serait menacée.", None),
    ("Si les rebelles prennent Sarvane, la route sera coupée.", None),
    ("En cas de chute de Sarvane, la capitale serait menacée.", None),
    ("L'armée prépare la reprise de Sarvane.", None),
    ("L'armée veut reprendre Sarvane avant l'hiver.", None),
    ("Les rebelles tentent depuis un mois de prendre Sarvane.", None),
    ("Les rebelles cherchent à s'emparer de Sarvane.", None),
    ("L'objectif des rebelles est de prendre Sarvane.", None),
    ("L'armée a lancé une offensive pour reprendre Sarvane.", None),
    ("L'armée a lancé une offensive visant à reprendre Sarvane.", None),
    ("L'armée a reçu l'ordre de reprendre Sarvane.", None),
    ("Le président a ordonné la reprise de Sarvane.", None),
    ("Le président a promis de libérer Sarvane.", None),
    ("« Nous reprendrons Sarvane », a promis le général Tarel.", None),
    ("« Nous allons reprendre Sarvane », a promis le général Tarel.", None),
    ("« Sarvane tombera demain », a affirmé le chef rebelle.", None),
    ("Le chef rebelle assure que Sarvane tombera bientôt.", None),
    ("Les rebelles assurent pouvoir prendre Sarvane en deux jours.", None),
    ("Sarvane est-elle tombée ?", None),
    ("Les rebelles ont-ils pris Sarvane ? Nul ne le sait.", None),
    ("Les rebelles avancent vers Sarvane, qu'ils espèrent prendre avant dimanche.", None),
    ("La bataille pour la prise de Sarvane continue.", None),
    ("Les rebelles pourraient prendre Sarvane dans les prochains jours.", None),
    ("Sarvane pourrait tomber dans les prochains jours.", None),
    ("Les habitants redoutent que les rebelles ne prennent Sarvane.", None),
    ("Les habitants redoutent la chute de Sarvane.", None),
    ("Le ministre craint une chute de Sarvane.", None),
    ("Pour éviter la chute de Sarvane, l'armée a envoyé des renforts.", None),
    ("L'armée a envoyé des renforts afin d'empêcher la prise de Sarvane.", None),
    ("Rien n'indique que les rebelles aient pris Sarvane.", None),
    ("On ignore si les rebelles ont pris Sarvane.", None),
    ("Les rebelles exigent que l'armée leur remette Sarvane.", None),
    ("L'armée appelle les rebelles à quitter Sarvane.", None),
    ("Les rebelles n'ont pas encore pris Sarvane, mais ils avancent.", None),
    ("L'armée compte reprendre Sarvane.", None),
    ("La prise de Sarvane, port des rebelles, n'est plus qu'« une question d'heures », a dit l'armée.", None),
    ("La prise de Sarvane est l'affaire de quelques heures.", None),
    ("En prenant Sarvane, les rebelles veulent couper la route de la capitale.", None),
    ("En s'emparant de Sarvane, les rebelles pourraient couper la route de la capitale.", None),
    ("L'armée ne pourra reprendre Sarvane que si elle la détruit.", None),
    ("Prendre Sarvane, c'est ouvrir la route de la capitale.", None),
    ("Les rebelles n'ont pas renoncé à prendre Sarvane.", None),
]

CASES = [
    pytest.param(text, status, source, id=f"{status}: {text}")
    for status, cases in (
        ("asserted", ASSERTED),
        ("claimed", CLAIMED),
        ("disputed", DISPUTED),
        ("denied", DENIED),
        ("possible", POSSIBLE),
    )
    for text, source in cases
]


@pytest.mark.parametrize(("text", "status", "source"), CASES)
def test_status_and_source(text: str, status: str, source: str | None) -> None:
    events = extractor.extract(CONTEXT + text, published="2024-03-12").events
    assert [(event.place, event.status, event.source) for event in events] == [("Sarvane", status, source)]


def test_a_share_of_those_who_leave_is_none_of_the_town() -> None:
    text = "Sarvane est tombée lundi. Les soldats ont en grande partie décroché sans se battre."
    events = extractor.extract(CONTEXT + text, published="2024-03-12").events
    assert [(event.place, event.status) for event in events] == [("Sarvane", "asserted")]
