"""Reads French news and returns typed objects: above all, who took which city, when, on whose word."""

from __future__ import annotations

from extractor.api import extract, extract_many, load
from extractor.changes import merge
from extractor.errors import DataFileError, ExtractorError, InputError, ModelError, PublishedError
from extractor.records import (
    Article,
    Date,
    Event,
    Mention,
    Organisation,
    Person,
    Place,
    Quantity,
    Rejected,
    Trigger,
)
from extractor.serialization import json_schema

__all__ = [
    "Article",
    "DataFileError",
    "Date",
    "Event",
    "ExtractorError",
    "InputError",
    "Mention",
    "ModelError",
    "Organisation",
    "Person",
    "Place",
    "PublishedError",
    "Quantity",
    "Rejected",
    "Trigger",
    "extract",
    "extract_many",
    "json_schema",
    "load",
    "merge",
]
