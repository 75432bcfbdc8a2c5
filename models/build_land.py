"""Builds ``src/extractor/report/assets/land.json``, the coastlines of the report's map, from Natural Earth.

Needed only when they change: ``npm pack world-atlas@2.0.2``, unpack it, then from the repository's root
``python models/build_land.py package/land-50m.json``. The result is the same for the same input.

The file lists the rings of the land, each in Google's encoded polyline format with two decimals, latitude
first: a tenth of the GeoJSON. There are no borders in it, on purpose: the page takes no side in whose land
it is.
"""

from __future__ import annotations

import json
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

FILE = Path("src/extractor/report/assets/land.json")
DECIMALS = 2  # a kilometre
SOUTHERNMOST = -60 * 10**DECIMALS  # Antarctica is no news
SMALLEST = 3  # points
HALF_TURN = 180 * 10**DECIMALS

Point = tuple[int, int]


def arcs(topology: dict[str, Any]) -> list[list[Point]]:
    """The arcs of a quantized TopoJSON, as (latitude, longitude) in units of the last decimal."""
    scale, translate = topology["transform"]["scale"], topology["transform"]["translate"]
    found = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            lon, lat = x * scale[0] + translate[0], y * scale[1] + translate[1]
            points.append((round(lat * 10**DECIMALS), round(lon * 10**DECIMALS)))
        found.append(points)
    return found


def rings(topology: dict[str, Any]) -> list[list[Point]]:
    """The closed rings of the land, without Antarctica."""
    lines = arcs(topology)
    found = []
    for geometry in topology["objects"]["land"]["geometries"]:
        for polygon in geometry["arcs"]:
            for ring in polygon:
                points = [point for arc in ring for point in (lines[arc] if arc >= 0 else lines[~arc][::-1])]
                points = [points[0], *(after for before, after in pairwise(points) if before != after)]
                if len(points) > SMALLEST and max(lat for lat, _ in points) > SOUTHERNMOST:
                    found += whole(points)
    return found


def whole(points: list[Point]) -> list[list[Point]]:
    """A ring that crosses the 180th meridian, once beyond either edge of the map; any other as it is."""
    turned, shift, before = [], 0, points[0][1]
    for lat, lon in points:
        if abs(lon - before) > HALF_TURN:
            shift += 2 * HALF_TURN if lon < before else -2 * HALF_TURN
        turned.append((lat, lon + shift))
        before = lon
    if turned == points:
        return [points]
    side = -2 * HALF_TURN if max(lon for _, lon in turned) > HALF_TURN else 2 * HALF_TURN
    return [turned, [(lat, lon + side) for lat, lon in turned]]


def encoded(points: list[Point]) -> str:
    """Google's encoded polyline: differences, zigzag, five bits a character."""
    text, before = "", (0, 0)
    for point in points:
        for now, then in zip(point, before, strict=True):
            value = (now - then) << 1
            value = ~value if value < 0 else value
            while value >= 0x20:  # noqa: PLR2004 (five bits)
                text += chr((0x20 | (value & 0x1F)) + 63)
                value >>= 5
            text += chr(value + 63)
        before = point
    return text


def main(path: Path) -> None:
    """Write the file.

    Args:
        path: ``land-50m.json`` of world-atlas.
    """
    lines = [encoded(ring) for ring in rings(json.loads(path.read_text(encoding="utf-8")))]
    FILE.write_text(json.dumps(lines, indent=0) + "\n", encoding="utf-8")
    sys.stdout.write(f"{FILE}: {len(lines)} rings, {FILE.stat().st_size} bytes\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
