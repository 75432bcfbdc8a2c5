"""Reads French news and returns what is in it as typed objects."""
