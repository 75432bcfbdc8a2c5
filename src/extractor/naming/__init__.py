"""What we know of names beforehand, and pure functions over their forms: no spaCy here."""
