"""The rules back-end: finds attributions with a parse, paired quotation marks and a table of cues. No training."""

from kg.extract.rules.extractor import RulesExtractor

__all__ = ["RulesExtractor"]
