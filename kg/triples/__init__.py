"""Room `triples`."""
