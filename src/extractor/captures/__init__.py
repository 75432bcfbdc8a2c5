"""How French tells of a capture: rules, arguments of the trigger, words of status, who says so."""

LIKELY = "likely"
"""The rule of captures that no rule reads: only the words around the place make them likely."""
