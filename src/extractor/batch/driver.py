"""One batch from its inputs to its output."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from extractor.batch import outputs, unfinished
from extractor.batch.shards import Fingerprint, shards
from extractor.errors import ResumeError
from extractor.reading import Failure, Input
from extractor.workers import Lost, Workers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from extractor.batch.shards import Shard
    from extractor.batch.unfinished import Unfinished
    from extractor.batch.work import Reader


@dataclass(frozen=True, slots=True)
class Tally:
    """How a batch went.

    Attributes:
        done: Articles written.
        failed: Inputs, or lines of them, that were not.
        recoded: Articles written from files that were read as Windows-1252.
    """

    done: int = 0
    failed: int = 0
    recoded: int = 0


def run(  # noqa: PLR0913 (one caller, all by name)
    inputs: Iterable[Input | Failure],
    out: Path,
    *,
    load: Callable[[], Reader],
    configuration: Mapping[str, object],
    report: Callable[[Failure], None],
    advance: Callable[[int, int], None],
    jobs: int = 1,
    time_limit: float | None = None,
    resume: bool = False,
    rules: Sequence[str] | None = None,
) -> Tally:
    """Extract all inputs to ``out``.

    Args:
        inputs: As :func:`extractor.reading.read` gives them.
        out: The file to write; it is replaced when all is done.
        load: Runs in each worker process and gives its reader; see :class:`extractor.workers.Workers`.
        configuration: All that decides what the output will be, but the contents of the inputs; a run is
            continued only with the same.
        report: Is told each failure when it is written down.
        advance: Is told the texts, done or failed, that were written down, and their bytes in the input.
        jobs: Worker processes.
        time_limit: Seconds that one article may take; what takes longer is a failure.
        resume: Continue the unfinished run of this output, if there is one.
        rules: Rule files that workers need loaded, see :class:`extractor.workers.Workers`.

    Raises:
        ExtractorError: The workers cannot load.
        ResumeError: The unfinished run is of another configuration or other inputs.
        WorkerError: Workers die before they can begin.
        OSError: The output cannot be written.
    """
    state = unfinished.begin(out, configuration, resume=resume)
    try:
        done = Fingerprint()
        coming = _skipped(shards(inputs), state, done, advance)
        pool: Workers[Input, str | Failure] = Workers(load, jobs, time_limit=time_limit, rules=rules)
        with pool as workers:
            for shard, results in _extracted(coming, workers):
                _write(state, shard, results, done.add(shard), report)
                advance(len(shard), sum(item.size for item in shard))
        outputs.write(state.articles, state.errors, out)
    finally:
        state.close()
    state.remove()
    return Tally(state.mark.done, state.mark.failed, state.mark.recoded)


def _skipped(
    coming: Iterator[Shard], state: Unfinished, done: Fingerprint, advance: Callable[[int, int], None]
) -> Iterator[Shard]:
    """The shards that are left to do; the inputs of those before must be what they were."""
    inputs = ""
    for _ in range(state.mark.shards):
        shard = next(coming, [])
        inputs = done.add(shard)
        advance(len(shard), sum(item.size for item in shard))
    if inputs != state.mark.inputs:
        raise ResumeError(
            f"the inputs are not what they were when the unfinished run in {state.folder} read them: "
            "start anew without --resume"
        )
    return coming


def _extracted(
    coming: Iterable[Shard], workers: Workers[Input, str | Failure]
) -> Iterator[tuple[Shard, list[str | Failure]]]:
    """Each shard with one result for each of its items; what could not be read goes by no worker."""
    begun: list[Shard] = []

    def texts() -> Iterator[list[Input]]:
        for shard in coming:
            begun.append(shard)
            yield [item for item in shard if isinstance(item, Input)]

    for results in workers.map(texts()):
        shard, rest = begun.pop(0), iter(results)
        yield shard, [item if isinstance(item, Failure) else _result(item, next(rest)) for item in shard]


def _result(item: Input, result: str | Failure | Lost) -> str | Failure:
    if isinstance(result, Lost):
        return Failure(path=item.path, line=item.line, reason=result.reason)
    return result


def _write(
    state: Unfinished,
    shard: Shard,
    results: list[str | Failure],
    inputs: str,
    report: Callable[[Failure], None],
) -> None:
    failures = [result for result in results if isinstance(result, Failure)]
    state.add(
        [result for result in results if isinstance(result, str)],
        [json.dumps(_row(failure), ensure_ascii=False) for failure in failures],
        recoded=sum(
            isinstance(item, Input) and isinstance(result, str) and item.encoding == "cp1252"
            for item, result in zip(shard, results, strict=True)
        ),
        inputs=inputs,
    )
    for failure in failures:
        report(failure)


def _row(failure: Failure) -> dict[str, object]:
    return {name: value for name, value in asdict(failure).items() if name != "size"}
