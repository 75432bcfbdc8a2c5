"""What the reading of a numeral gives."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Kind = Literal["cardinal", "article", "collective", "vague", "fraction"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Numeral:
    """A numeral and its value.

    Attributes:
        start: Offset of its first character.
        end: Offset after its last character.
        value: The number, an integer where it is whole; of a vague plural («des milliers») the least meant.
        scale: What the first end of a range may share with it: 1000 in «cinq mille», else 1.
        kind: ``cardinal``; ``article`` for a bare «un/une»; ``collective`` for «une centaine»; ``vague`` for
            «des milliers»; ``fraction`` for «deux tiers».
        digits: True where it is written in digits alone, without separators or multiplier.
    """

    start: int
    end: int
    value: float
    scale: int = 1
    kind: Kind = "cardinal"
    digits: bool = False


def number(value: Decimal) -> float:
    """An int where the value is whole, else a float."""
    return int(value) if value == value.to_integral_value() else float(value)


def product(value: float, factor: float) -> float:
    """Both multiplied in decimals: 1.1 times 3 is 3.3."""
    return number(Decimal(str(value)) * Decimal(str(factor)))
