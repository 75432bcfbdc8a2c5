"""Who does what to what in a French clause: the arguments of a verb or noun, whatever the construction.

`arguments` undoes voice and movement, so that «les rebelles ont pris Sarvane», «Sarvane a été prise par les
rebelles», «Sarvane, prise par les rebelles», «Sarvane, que les rebelles ont prise» and «les rebelles disent
avoir pris Sarvane» all give the same two arguments. Roles are ``subject``, ``object``, or the preposition of
an oblique (``de``, ``à``, ``par``, ``dans`` …). Dependency labels are those of Universal Dependencies French.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from extractor.captures.memory import remembered
from extractor.captures.voice import NEGATIVE, REFLEXIVE, auxiliaries, hangs_on_auxiliary, is_passive
from extractor.sentences import tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

Arguments = dict[str, list["Token"]]

SUBJECT = {"nsubj", "nsubj:pass", "nsubj:caus"}
OBLIQUE = {"obl", "obl:arg", "obl:mod", "obl:agent", "nmod", "iobj", "obj:agent", "dep", "obj"}
CONTRACTED = {"du": "de", "des": "de", "d'": "de", "d’": "de", "au": "à", "aux": "à", "a": "à"}
CLITIC = {"en": "de", "y": "dans", "lui": "à", "leur": "à", "nous": "à"}
WHICH = ("lequel", "laquelle", "lesquels", "lesquelles")
RELATIVE = {"qui": "subject", "que": "object", "qu'": "object", "qu’": "object", "dont": "de", "où": "dans"}
_NEAR = 2  # «n'est toujours pas», «ne sont plus»
# Verbs whose object, or whose «à» complement, is the subject of the infinitive.
_MAKING = {"appeler", "charger", "contraindre", "forcer", "inviter", "obliger", "ordonner", "pousser"}
_TO_CONTROL = {"falloir", "suffire"}  # «deux heures ont suffi **aux rebelles** pour»
_BLAMING = {"accuser", "soupçonner", "suspecter"}  # «a accusé **les rebelles** d'avoir pris X»
_OBJECT_CONTROL = (
    _MAKING
    | _TO_CONTROL
    | _BLAMING
    | {"aider", "autoriser", "dissuader", "empêcher", "exhorter", "permettre", "sommer"}
)
_CONTROLLED = {"xcomp", "advcl", "obl:arg", "obl:mod", "acl", "ccomp"}


@remembered
def preposition(token: Token) -> str | None:
    """The preposition that introduces a noun, contraction undone («du» → «de»); None where there is none."""
    for child in token.lefts:
        if child.dep_ == "case":
            lower = child.lower_
            following = child.nbor(1).lower_
            return "d'après" if following == "après" else CONTRACTED.get(lower, lower)
    return None


def is_negated(token: Token) -> bool:
    """True where «ne … pas», «plus», «jamais» or the like bears on the token itself."""
    words_before = [child.lower_ for child in token.lefts]
    for helper in auxiliaries(token):
        words_before.extend(child.lower_ for child in helper.children)
    words_after = [
        child.lower_ for child in token.rights if child.dep_ == "advmod" and child.i - token.i <= _NEAR
    ]
    negative = NEGATIVE.intersection(words_before + words_after)
    return bool(negative) and bool({"ne", "n'", "n’"}.intersection(words_before))


@remembered
def coordinated(token: Token) -> list[Token]:
    """The token with its conjuncts: «Dessie et Kombolcha»."""
    before = preposition(token)
    return [
        token,
        *(other for other in token.conjuncts if other.i > token.i and preposition(other) in (None, before)),
    ]


def antecedent(token: Token) -> Token | None:
    """The noun that the relative clause around a verb describes."""
    verb = token
    for _ in range(6):
        if verb.dep_ == "acl:relcl":
            return verb.head
        if verb.dep_ in ("ROOT", "parataxis") or verb.head == verb:
            return None
        verb = verb.head
    return None


@remembered
def subjects(token: Token) -> list[Token]:
    """Grammatical subjects of a verb, up the chain of control and coordination; antecedents for «qui»."""
    verb = token
    for _ in range(5):
        own = [
            child
            for child in verb.children
            if child.dep_ in SUBJECT and not _is_taken_for(child, verb) and not _is_to_us(child, verb)
        ]
        own = own or (_taken_for_clause(verb) if verb == token else [])
        if own:
            return [_resolve_relative(child, verb) for child in own]
        if (
            verb.dep_ == "acl"
            and "VerbForm=Inf" in str(verb.morph)
            and verb.head.head.lemma_ in _OBJECT_CONTROL
        ):
            return [verb.head]
        if verb.dep_ in ("acl", "amod") and verb == token:
            bearer = _bearer(verb.head) if "VerbForm=Inf" in str(verb.morph) else None
            if bearer is None:
                return [verb.head]
            verb = bearer
            continue
        if hangs_on_auxiliary(verb):
            verb = verb.head
            continue
        if verb.dep_ != "conj" and verb.dep_ not in _CONTROLLED:
            return []
        controller = _controller(verb)
        if controller is not None:
            return controller
        verb = verb.head
    return []


def _taken_for_clause(verb: Token) -> list[Token]:
    """«X, dont **les rebelles** s'étaient emparés»: a noun that the parser took for the relative clause."""
    first = min([verb.i, *(child.i for child in verb.lefts if child.dep_.startswith(("aux", "expl")))])
    before = first - 1
    while before > 0 and verb.doc[before].pos_ == "ADJ":
        before -= 1
    noun = verb.doc[max(before, 0)]
    opened = any(child.lower_ in RELATIVE for child in noun.lefts)
    return [noun] if noun.dep_ == "acl:relcl" and noun.pos_ in ("NOUN", "PROPN") and opened else []


def _is_taken_for(child: Token, verb: Token) -> bool:
    """«disent avoir repris **X**»: an infinitive has no subject after it; the parser means the object.

    Nor is «six **mois** après avoir été libérée» a subject.
    """
    if child.i < verb.i:
        return counts_back(child)
    first = next((helper for helper in auxiliaries(verb)), verb)
    return "VerbForm=Inf" in str(first.morph) or first.lower_ in ("avoir", "être")


def _is_to_us(child: Token, verb: Token) -> bool:
    """«la ville **nous** a échappé»: no subject, since the verb is not of the first person."""
    if child.lower_ != "nous":
        return False
    first = next((helper for helper in auxiliaries(verb)), verb)
    return child.i < first.i and not first.lower_.endswith(("ons", "mes"))


def counts_back(noun: Token) -> bool:
    """True for «six **mois** après avoir pris X»: how long after.

    Args:
        noun: The noun before «après» or «avant».
    """
    following = noun.doc[noun.i + 1].lower_ if noun.i + 1 < len(noun.doc) else ""
    return following in ("après", "avant") and noun.dep_ != "obj"


def _controller(infinitive: Token) -> list[Token] | None:
    """«a permis **aux rebelles** de prendre X», «a forcé **l'armée** à fuir»; else None."""
    head = infinitive.head
    if infinitive.dep_ == "conj" or head.lemma_ not in _OBJECT_CONTROL or is_passive(head, head.lemma_):
        return None
    return [
        child
        for child in head.children
        if child.i != infinitive.i
        and child.pos_ != "VERB"
        and (
            child.dep_ == "iobj"
            or (child.dep_ == "obj" and head.lemma_ not in _TO_CONTROL)
            or (child.dep_.startswith("obl") and preposition(child) == "à")
        )
    ]


def _bearer(noun: Token) -> Token | None:
    """The predicate of a noun with an infinitive: «**sont** sur le point de», «a **reçu** l'ordre de»."""
    if noun.dep_ in ("obj", "iobj") or noun.dep_.startswith("obl"):
        return noun.head
    return noun if any(child.dep_ == "cop" for child in noun.lefts) else None


def _resolve_relative(pronoun: Token, verb: Token) -> Token:
    if pronoun.lower_ in RELATIVE or pronoun.lower_ in WHICH:
        return antecedent(verb) or pronoun
    return pronoun


@remembered
def arguments(token: Token, lemma: str) -> Arguments:
    """The arguments of a verb by role, as if it stood in the active voice.

    Args:
        token: The verb, or a participle that the tagger took for a noun.
        lemma: Its lemma as a verb.
    """
    roles: Arguments = defaultdict(list)
    above = token.head.children if hangs_on_auxiliary(token) else ()
    for child in (*above, *token.children):
        for role, argument in _roles_of(child, token) if child.i != token.i else ():
            roles[role].extend(coordinated(argument))
    relative = opening_relative(token)
    if relative is not None and relative[0] not in roles:
        roles[relative[0]].append(relative[1])
    found = subjects(token)
    if is_passive(token, lemma):
        roles["object"] = [noun for subject in found for noun in coordinated(subject)] or roles.get(
            "object", []
        )
        roles["subject"] = roles.pop("par", []) or oblique(token, "par")
    else:
        roles["subject"] = [noun for subject in found for noun in coordinated(subject)]
    return {role: nouns for role, nouns in roles.items() if nouns}


def opening_relative(token: Token) -> tuple[str, Token] | None:
    """Role and antecedent of the «que», «dont» or «où» that opens a verb's clause, however it was parsed."""
    verb = token
    for _ in range(3):
        if verb.dep_ == "acl:relcl":
            opening = verb.left_edge
            for pronoun in tokens_of(token.doc)[opening.i : min(opening.i + 2, verb.i)]:
                if pronoun.lower_ in RELATIVE and pronoun.lower_ != "qui":
                    from_where = pronoun.lower_ == "où" and pronoun.i > opening.i
                    return ("de" if from_where else RELATIVE[pronoun.lower_]), verb.head
            return None
        if verb.dep_ not in ("conj", "xcomp", "ccomp"):
            return None
        verb = verb.head
    return None


def _roles_of(child: Token, verb: Token) -> Iterator[tuple[str, Token]]:
    lower = child.lower_
    if child.dep_ in SUBJECT and _is_taken_for(child, verb) and not is_passive(verb, verb.lemma_):
        yield "object", child
        return
    if (child.dep_ in SUBJECT and not _is_to_us(child, verb)) or child.dep_ == "punct":
        return
    if lower in RELATIVE and lower != "qui":
        source = antecedent(verb)
        if source is not None:
            from_where = lower == "où" and child.i > 0 and child.nbor(-1).lower_ in ("d'", "d’")
            yield ("de" if from_where else RELATIVE[lower]), source
    elif child.pos_ == "PRON" and lower in CLITIC and child.i < verb.i:
        yield CLITIC[lower], child
    elif child.dep_ == "obj" and preposition(child) is None and lower not in REFLEXIVE:
        yield "object", child
    elif child.dep_ in OBLIQUE or child.dep_.startswith("obl"):
        before = preposition(child)
        if before:
            yield before, child


def oblique(token: Token, before: str) -> list[Token]:
    """Nouns below a verb that a preposition introduces, also where the parser hung them on its object.

    Args:
        token: The verb.
        before: The preposition, contraction undone.
    """
    return _obliques(token).get(before, [])


@remembered
def _obliques(token: Token) -> dict[str, list[Token]]:
    """The nouns below a verb by their prepositions: frames ask for many, and the tree is slow to walk."""
    found: dict[str, list[Token]] = {}
    for child in token.subtree:
        if child.i > token.i and child.pos_ in ("NOUN", "PROPN"):
            before = preposition(child)
            if before is not None and _hangs_freely(child, token):
                found.setdefault(before, []).append(child)
    return found


def _hangs_freely(noun: Token, verb: Token) -> bool:
    """Whether neither a verb nor a noun with a preposition stands between them in the tree."""
    other = noun.head
    while other.i != verb.i:
        if other.pos_ == "VERB" or preposition(other):
            return False
        other = other.head
    return True
