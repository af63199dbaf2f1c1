"""Makes the source of the documentation site: pages of the repository, and pages generated from code and data."""
