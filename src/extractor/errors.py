"""Every error that the package raises on purpose."""

from __future__ import annotations


class ExtractorError(Exception):
    """Root of the package's errors."""


class ModelError(ExtractorError):
    """The French model is missing or of a version that the rules were not written for."""


class PipelineError(ExtractorError):
    """A component lacks what another one is to write first; the message says which one to add."""


class DataFileError(ExtractorError):
    """A lexicon or rule file cannot be used; the message names the file and the entry."""


class PublishedError(ExtractorError, ValueError):
    """A publication date is no EDTF day, month or year."""


class InputError(ExtractorError):
    """An input cannot be read; the message names the file and the place."""


class WorkerError(ExtractorError):
    """Worker processes cannot do their work; the message says why."""


class ResumeError(ExtractorError):
    """An unfinished batch cannot be continued as asked; the message says what differs."""
