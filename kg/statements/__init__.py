"""Room `statements`."""
