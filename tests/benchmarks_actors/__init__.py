"""Tests of the gold set of actors, and of the program that scores it."""
