"""Tests of the gold sets for stance and claims, and of the programs that score them."""
