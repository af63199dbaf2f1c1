"""Room `analysis`."""
