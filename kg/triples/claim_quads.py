"""Quads of the claims of one article: which claim each statement expresses, and which statement says another again.

A claim is named by its words alone, so that equal claims of two statements are one node. Its label is written only
where it is not the content of the statement. A claim that belongs to its article alone and has the words of the content
is the usual case and is left out: `own_claim` names it from the statement.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pyoxigraph import NamedNode

from kg.model import Kind
from kg.statements.propositions.proposition import propositions
from kg.statements.propositions.restating import restatements
from kg.triples.terms import LABEL, words
from kg.vocab.dmr import DMR
from kg.vocab.ids import DATA_BASE, claim_path, expand, fold, statement_path

if TYPE_CHECKING:
    from kg.model import Article, ArticleFacts, ResolvedActors
    from kg.triples.terms import QuadList

ENTERTAINS: Final = NamedNode(DMR.entertains)
EXPRESSES: Final = NamedNode(DMR.expresses)
RESTATES: Final = NamedNode(DMR.restates)
PIECES: Final = " […] "
"""What joins the pieces of a content; a claim is one sentence."""


def add_claims(out: QuadList, article: Article, facts: ArticleFacts, resolved: ResolvedActors, language: str) -> None:
    """The claims of all statements. What is not asserted is only entertained: its claim is nobody's."""
    claims = propositions(article, facts, resolved)
    for statement in facts.statements:
        claim = claims[statement.id]
        as_worded = fold(claim.text) == fold(statement.words.replace(PIECES, " "))
        if as_worded and claim.is_local:
            continue
        node = out.node(claim_path(language, claim.text, article.version if claim.is_local else None))
        this = out.node(statement_path(statement.id))
        out.add(this, ENTERTAINS if statement.kind is Kind.NON_ASSERTION else EXPRESSES, node)
        if not as_worded:
            out.add(node, LABEL, words(claim.text, language))
    for later, first in restatements(facts.statements, claims).items():
        out.add(out.node(statement_path(later)), RESTATES, out.node(statement_path(first)))


def own_claim(statement: str, content: str, language: str, base: str = DATA_BASE) -> str:
    """IRI of the claim of a statement (given by its IRI) of which the record says nothing."""
    version = statement.rpartition("/")[2].partition("-")[0]
    return expand(claim_path(language, content.replace(PIECES, " "), version), base)
