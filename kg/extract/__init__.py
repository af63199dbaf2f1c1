"""Room `extract`."""
