"""One module, one registered spaCy factory, one writer of its place on the Doc."""
