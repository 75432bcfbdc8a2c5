"""How French tells of a capture: rules, arguments of the trigger, words of status, who says so."""
