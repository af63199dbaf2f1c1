"""Who is who across articles: judgements of people and of the rule, what they come to, and pairs worth judging.

Pure Python over IRIs and names; `kg.store` applies it to a graph, `kg.Ledger` is the door for users.
"""

from kg.identity.blocking import propose
from kg.identity.candidates import THRESHOLD, Candidate, compare
from kg.identity.clashes import Clash, find_clashes
from kg.identity.judgements import Judgement, Verdict, in_force
from kg.identity.names import Likeness, compare_names
from kg.identity.profiles import Profile
from kg.identity.standing import Standing, stand

__all__ = [
    "THRESHOLD",
    "Candidate",
    "Clash",
    "Judgement",
    "Likeness",
    "Profile",
    "Standing",
    "Verdict",
    "compare",
    "compare_names",
    "find_clashes",
    "in_force",
    "propose",
    "stand",
]
