"""Démarche: who said what about whom, on whose behalf, when, according to which article."""

__version__ = "0.1.0"
