"""From what the components found on a Doc to frozen records."""
