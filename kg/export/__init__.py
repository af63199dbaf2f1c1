"""Room `export`."""
