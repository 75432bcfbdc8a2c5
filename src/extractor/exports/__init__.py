"""Changes of hands for maps and for conflict researchers' tables; docs/exports.md has the mapping."""

from extractor.exports.acled import to_csv
from extractor.exports.geojson import to_geojson

__all__ = ["to_csv", "to_geojson"]
