"""Room `vocab`."""
