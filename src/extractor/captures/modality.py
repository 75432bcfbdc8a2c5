"""The status of one mention of an event, read from the grammar around its trigger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.captures.aims import is_described, is_once_done
from extractor.captures.announcements import TOLD, told_by_noun
from extractor.captures.attribution import said_aside, tag_after, tag_before, tagged
from extractor.captures.clefts import told_beside
from extractor.captures.cue_classes import cue_class
from extractor.captures.cues import cue_words
from extractor.captures.depictions import held_to_be
from extractor.captures.governors import governor
from extractor.captures.outcomes import achieve, attempt_after, in_vain, read_outcome
from extractor.captures.saying import SPEAKING, saying_verb, verb_class
from extractor.captures.sources import before_colon, source_behind, source_phrase, source_tag
from extractor.captures.speakers import speaker_of
from extractor.captures.speeches import source_before
from extractor.captures.statement import Statement
from extractor.captures.verb_group import (
    group,
    helpers,
    is_compound,
    is_compound_form,
    is_conditional,
    is_future,
    is_irreal,
    is_negated,
    is_passive,
    is_restricted,
    is_unable,
    is_unreal,
)
from extractor.captures.voice import copula_of, is_reflexive
from extractor.sentences import forms_of, sentence_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extractor.captures.governors import Governor

_FRAGMENT = 6
_CLIMB = 6
# Their perfect takes «être»: «est tombée» is done, «est perdue» a state.
_WITH_ETRE = {"aller", "entrer", "partir", "passer", "rentrer", "repasser", "retourner", "revenir", "tomber"}
_WHY = {"comment", "pourquoi", "quand", "combien"}


def read_statement(trigger: Token) -> Statement:
    """Read how the mention of an event is presented.

    Args:
        trigger: Its trigger.
    """
    statement = Statement()
    _read_verb(trigger, statement)
    presupposed = _climb(trigger, statement)
    _read_quotation(trigger, statement)
    if statement.attitude is None:
        held = held_to_be(trigger)
        if held is not None:
            statement.attitude, statement.source, statement.modality = held.kind, held.speaker, "fact"
            statement.cues.append(held.verb)
        elif not presupposed or trigger.pos_ == "ADJ":  # «selon X, Orlec n'est plus russe»
            _read_attribution(trigger, statement)
        elif (source := source_behind(trigger)) is not None:
            statement.attitude, statement.source = "say", source
    elif statement.source is None:
        statement.source = source_phrase(trigger)  # «de source militaire, on indique que …»
    if statement.attitude is None and _lists(trigger):
        statement.attitude, statement.source = "claim", speaker_of(trigger)
    beside = told_beside(trigger) if statement.attitude is None else None
    if beside is not None:
        statement.attitude, statement.source = "say", beside
    if _is_asked(trigger) and statement.attitude is None:
        statement.modality = "possible"
    return statement


def _lists(verb: Token) -> bool:
    """«X **ajoute** à son tableau Y»: told of themselves, as «a ajouté» and «s'y ajoute Y» are not."""
    finite = "VerbForm=Fin" in str(verb.morph) and not helpers(verb)
    return finite and verb.lemma_ in cue_words("verbs", "listing") and not is_reflexive(verb)


def _read_verb(verb: Token, statement: Statement) -> None:
    """Negation, mood and tense of a verb with its auxiliaries."""
    if verb.pos_ == "NOUN" and not helpers(verb):
        if is_described(verb, "to_come"):
            statement.possible()
        elif is_described(verb, "doubtful"):
            statement.hearsay()
        copula = copula_of(verb)
        if copula is None:
            return
        verb = copula
    statement.negated = is_negated(verb)
    if statement.negated and any(token.lower_ == "encore" for token in group(verb)):
        statement.negated, statement.modality = False, "possible"
    if is_conditional(verb) or any(token.lower_ in cue_words("adverbs", "doubt") for token in group(verb)):
        statement.modality = "possible" if is_unreal(verb) else "hearsay"
    elif is_future(verb) or is_once_done(verb):
        statement.modality = "possible"
    if is_irreal(verb):
        statement.cues.append(group(verb)[0].i)
    if (
        "VerbForm=Inf" in str(verb.morph)
        and verb.lower_.endswith(("r", "re"))
        and group(verb)[0].i == sentence_of(verb).start
    ):
        statement.modality = "possible"  # «Perdre X, ce serait …»


def _climb(trigger: Token, statement: Statement) -> bool:
    """Follow what governs the mention to the root; True where it is presupposed («la ville, prise lundi»)."""
    node, seen = trigger, {trigger.i}
    for _ in range(_CLIMB):
        above = governor(node)
        if above is None:
            return False
        if above.relation == "presupposed":
            return True
        copula = copula_of(node) if node.pos_ == "NOUN" else None
        if copula is None or above.token != copula:  # read with its noun
            _read_relation(node, above, statement)
        if above.token is None or above.token.i in seen:
            return False
        node = above.token
        seen.add(node.i)
    return False


def _read_relation(node: Token, above: Governor, statement: Statement) -> None:
    """What a governing word, or the word between the two, makes of the mention."""
    head = above.token
    if above.relation == "without":
        statement.negated = not statement.negated
    elif above.relation == "before":
        statement.possible()
    elif above.relation == "condition":
        if head is not None or not _is_done(node):
            statement.possible(head)
    elif above.relation == "purpose":
        if head is None or head.lemma_ not in cue_words("verbs", "suffice") or is_irreal(head):
            statement.possible()
        attempt = head if head is not None and cue_class(head) == "attempt" else attempt_after(node)
        if attempt is not None:
            read_outcome(attempt, statement)
    elif head is not None and above.relation == "subject":
        _read_predicate(node, head, statement)
    elif head is not None:
        _read_cue(head, statement)


def _is_done(verb: Token) -> bool:
    """«Si X est tombée lundi, Y résiste»: a perfect under «si» is conceded, not supposed."""
    forms = {helper.lower_ for helper in helpers(verb)}
    if {"a", "ont", "été"} & forms:
        return True
    return bool({"est", "sont"} & forms) and verb.lemma_ in _WITH_ETRE


def _read_predicate(noun: Token, predicate: Token, statement: Statement) -> None:
    """«la chute de X **est imminente**», «a été démentie», «l'assaut a échoué»."""
    predicate = _complement_of(predicate) or predicate
    kind = cue_class(predicate)
    if is_irreal(predicate):
        statement.possible(predicate)
    if cue_class(noun) in ("attempt", "plan"):
        read_outcome(noun, statement)
    elif kind in ("plan", "attempt") and (predicate.pos_ != "VERB" or is_passive(predicate)):
        statement.possible(predicate)  # «le retrait **est prévu** vendredi»
    elif kind == "deny":
        _deny(predicate, statement)
    elif kind in SPEAKING and is_passive(predicate):
        if noun.sent[0].lower_ in ("si", "s'"):  # «si sa chute est confirmée»
            statement.possible(predicate)
            return
        _say(kind, predicate, statement)


def _complement_of(copula: Token) -> Token | None:
    """«la chute de X semble **imminente**», «reste l'**objectif**», «n'a pu être **confirmée**»."""
    if copula.lemma_ == "pouvoir":
        return next((child for child in copula.rights if verb_class(child) in SPEAKING), None)
    if copula.lemma_ not in cue_words("verbs", "copula"):
        return None
    return next((child for child in copula.rights if cue_class(child) in ("plan", "fail", "deny")), None)


def _read_cue(head: Token, statement: Statement) -> None:
    """What a cue makes of its complement."""
    kind = cue_class(head)
    if kind is None:
        if head.pos_ in ("VERB", "AUX") and statement.attitude is None and is_irreal(head):
            if is_conditional(head) and is_compound_form(head):  # «auraient attaqué, puis été chassés»
                statement.hearsay()
            else:
                statement.possible(head)
    elif kind == "plan":
        _plan(head, statement)
    elif kind == "attempt":
        statement.possible(head)
        read_outcome(head, statement)
    elif kind in TOLD:
        told_by_noun(kind, head, statement)
    elif kind in ("fail", "achieve", "prevent", "thwart"):
        achieve(kind, head, statement)
    elif kind == "deny":
        _deny(head, statement)
    else:
        _say(kind, head, statement)


def _plan(head: Token, statement: Statement) -> None:
    if head.lemma_ == "devoir" and is_compound(head):
        return  # «la ville a dû être abandonnée»
    if head.lemma_ == "pouvoir" and statement.modality == "hearsay":
        return  # «n'a **pu** confirmer la prise de X»
    if head.lemma_ == "pouvoir" and statement.attitude is None:
        denied = is_negated(head) or {"ne", "n'"} & {token.lower_ for token in group(head)}
        if denied and not is_restricted(head):
            statement.negated = not statement.negated
            statement.cues.append(head.i)
            return
        if is_compound(head):
            return  # «ils ont pu prendre X»
    statement.possible(head)
    failed = in_vain(head) if statement.modality == "possible" else None
    if failed is not None:
        statement.modality, statement.negated = "fact", not statement.negated
        statement.cues.append(failed.i)


def _deny(head: Token, statement: Statement) -> None:
    if is_negated(head):
        if head.nbor(-1).lower_ == "ni":  # «n'a ni confirmé ni **démenti**»: others say it
            statement.hearsay()
        return
    statement.negated = not statement.negated
    statement.cues.append(head.i)
    if head.pos_ != "ADJ":
        statement.attribute(head, "deny")


def _say(kind: str, head: Token, statement: Statement) -> None:
    if is_negated(head) or is_unable(head):
        nobody = any(
            token.lower_ in ("rien", "nul", "personne")
            for token in head.sent[: head.i - sentence_of(head).start]
        )
        statement.modality = "possible" if nobody else "hearsay"
        statement.cues.append(head.i)
    else:
        statement.attribute(head, kind)


def _read_quotation(trigger: Token, statement: Statement) -> None:
    """A speaker beside the quotation around the trigger; marks around a word or two keep a distance."""
    for quotation in trigger.doc.spans.get("quotations", ()):
        if not quotation.start < trigger.i < quotation.end:
            continue
        speaker = quotation._.speaker
        if quotation._.attitude is not None or len(quotation) > _FRAGMENT:
            if statement.attitude is None:
                statement.attitude = quotation._.attitude or "say"
                statement.source = list(speaker) if speaker is not None else None
                tag = tag_after(trigger.doc, quotation.end) or tag_before(trigger.doc, quotation.start)
                if tag is not None:
                    statement.cues.append(tag.verb)
        elif statement.modality == "fact" and statement.attitude != "concede":
            statement.modality = "hearsay"
            above = governor(trigger)
            if above is not None and above.token is not None and verb_class(above.token) in SPEAKING:
                statement.source = speaker_of(saying_verb(above.token))


def _read_attribution(trigger: Token, statement: Statement) -> None:
    """«selon X» in the sentence, or «…, a indiqué X» after the clause."""
    source = source_tag(trigger)
    if source is not None:
        statement.attitude, statement.source = source.kind, source.speaker
        return
    tag = tagged(trigger) or said_aside(trigger.doc[sentence_of(trigger).start : trigger.i])
    if tag is None:
        if statement.modality == "hearsay":
            statement.source = statement.source or before_colon(trigger) or source_before(trigger)
        return
    if tag.kind == "deny":
        statement.negated = not statement.negated
    statement.cues.append(tag.verb)
    statement.attitude, statement.source = tag.kind, tag.speaker or None


def _is_asked(trigger: Token) -> bool:
    """Whether the sentence asks if it happened; «comment X est-elle tombée ?» takes it for granted."""
    forms = forms_of(trigger.doc)[slice(*sentence_of(trigger))]
    return "?" in forms[-2:] and _WHY.isdisjoint(forms[:3])
