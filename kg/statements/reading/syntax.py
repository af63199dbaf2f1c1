"""The parse as plain lists, and the walks over it that this room needs."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.text import Parse

SUBJECTS: Final = frozenset({"nsubj", "nsubjpass"})


@dataclass(frozen=True, slots=True)
class Tree:
    """Tokens of one parse, in parallel lists. `head[i] == i` marks a root; offsets are the shadow's."""

    lower: list[str]
    tag: list[str]
    dep: list[str]
    head: list[int]
    children: list[list[int]]
    start: list[int]
    end: list[int]
    _subjects: dict[int, int | None] = field(default_factory=dict, compare=False, repr=False)
    """What `subject` has answered: every rule asks it, of the same verbs."""
    _negated: dict[int, bool] = field(default_factory=dict, compare=False, repr=False)
    """What `is_negated` has answered."""

    @classmethod
    def of(cls, parse: Parse) -> Tree:
        """The tree of one parse."""
        tokens = parse.tokens
        return cls(
            lower=tokens.lower,
            tag=tokens.tag,
            dep=tokens.dep,
            head=tokens.head,
            children=tokens.children,
            start=tokens.start,
            end=tokens.end,
        )

    def tokens(self, start: int, end: int) -> range:
        """Tokens that share a character with the shadow range."""
        return range(bisect_right(self.end, start), bisect_left(self.start, end))

    def above(self, token: int) -> Iterator[int]:
        """Heads of a token, nearest first."""
        while self.head[token] != token:
            token = self.head[token]
            yield token

    def kids(self, token: int, *deps: str) -> Iterator[int]:
        """Dependents with one of these labels, in text order."""
        return (child for child in self.children[token] if self.dep[child] in deps)

    def joined(self, token: int) -> Iterator[int]:
        """The token and what is joined to it by "and" or commas.

        Not a noun set against it ("but not the generals", "was not the pilots who erred but [the tower]").
        """
        yield token
        for child in self.kids(token, "conj"):
            if self.tag[child][:1] != "N" or not (any(self.kids(child, "neg")) or self.is_put_right(token, child)):
                yield from self.joined(child)

    def is_put_right(self, token: int, other: int) -> bool:
        """True for what "but" puts in the place of a noun that is denied before it: "not X but [Y]"."""
        if "but" not in self.lower[token:other]:
            return False
        above = self.head[token] if self.dep[token] in ("attr", "dobj", "pobj") else token
        denials = [child for at in (token, above) for child in self.kids(at, "neg")]
        return any(child < token and self.lower[child + 1] not in _NOT_ALONE for child in denials)

    def is_verb(self, token: int) -> bool:
        """True for verb forms, modals left out."""
        return self.tag[token][:1] == "V"

    def subject(self, verb: int) -> int | None:
        """Who does or is it: its own subject, else that of the verb it hangs on ("refused [to go] and [stayed]")."""
        if verb not in self._subjects:
            self._subjects[verb] = self._find_subject(verb)
        return self._subjects[verb]

    def _find_subject(self, verb: int) -> int | None:
        for _ in range(6):
            subjects = list(self.kids(verb, *SUBJECTS))
            # Of "whom Norland refused to hear" the parse may call both words subjects: the relative one is not.
            own = next((s for s in subjects if len(subjects) == 1 or self.tag[s] not in ("WDT", "WP")), None)
            if own is not None:
                cleft = self._cleft(verb, own)
                if cleft is not None:
                    return cleft
                return self.head[self.head[own]] if self._is_relative(verb, own) else own
            if self.dep[verb] in ("relcl", "acl"):
                return self.head[verb]
            if self.dep[verb] not in ("xcomp", "conj", "aux", "advcl") or not self.is_verb(self.head[verb]):
                return None
            verb = self.head[verb]
        return None

    def _cleft(self, verb: int, own: int) -> int | None:
        """ "It was [Valdoria] that broke the truce", where the parse hangs the clause on "was"."""
        above = self.head[verb]
        if self.dep[verb] != "ccomp" or self.tag[own] not in ("WDT", "WP"):
            return None
        is_cleft = any(self.lower[it] == "it" for it in self.kids(above, "nsubj"))
        return next(self.kids(above, "attr"), None) if is_cleft else None

    def _is_relative(self, verb: int, own: int) -> bool:
        return self.dep[verb] == "relcl" and self.tag[own] in ("WDT", "WP")

    def is_passive(self, verb: int) -> bool:
        """True where the subject undergoes the verb."""
        if any(self.kids(verb, "auxpass", "nsubjpass")):
            return True
        # "Allegations that the pilots had [lied]" has a subject of its own, "allegations [made] by pilots" has none.
        return self.tag[verb] == "VBN" and self.dep[verb] == "acl" and not any(self.kids(verb, "nsubj"))

    def agent(self, verb: int) -> int | None:
        """Who did it, in a passive ("vetoed by [Russia]")."""
        for by in self.kids(verb, "agent", "prep"):
            if self.lower[by] == "by":
                return next(self.kids(by, "pobj"), None)
        return None

    def objects(self, verb: int) -> Iterator[int]:
        """What undergoes the verb."""
        if self.is_passive(verb):
            subject = self.subject(verb)
            return iter(() if subject is None else (subject,))
        return self.kids(verb, "dobj")

    def is_negated(self, token: int) -> bool:
        """True where "not", "never", "no" or "without" bears on the token itself."""
        if token not in self._negated:
            self._negated[token] = self._has_denial(token)
        return self._negated[token]

    def _has_denial(self, token: int) -> bool:
        for child in self.children[token]:
            if self.dep[child] == "neg":
                if self.lower[child + 1 : child + 2] and self.lower[child + 1] in _NOT_ALONE:
                    continue
                return True
            if self.lower[child] in _HARDLY or (self.dep[child] in SUBJECTS and self.is_nobody(child)):
                return True
            if self.lower[child] in ("more", "less", "longer") and any(
                self.lower[below] in ("no", "not") for below in self.children[child]
            ):
                return True
        if self.has_no(token) or self.is_yet_to(token):
            return True
        return self.dep[token] == "pobj" and self.lower[self.head[token]] == "without"

    def is_yet_to(self, verb: int) -> bool:
        """True for "has yet to answer"."""
        above = self.head[verb]
        return self.dep[verb] == "xcomp" and any(self.lower[child] == "yet" for child in self.kids(above, "advmod"))

    def has_no(self, noun: int) -> bool:
        """True for "no violation", "no single point"."""
        if any(self.lower[child] in ("no", "neither") for child in self.kids(noun, "det", "amod")):
            return True
        return any(self.lower[child] == "neither" for child in self.kids(noun, "preconj"))

    def is_nobody(self, token: int) -> bool:
        """True for "nobody", "nothing", "neither", "no observer"."""
        return self.lower[token] in ("nobody", "nothing", "none", "neither") or self.has_no(token)

    def modals(self, verb: int) -> set[str]:
        """Auxiliaries and infinitive marks of a verb, lower case."""
        return {self.lower[child] for child in self.kids(verb, "aux", "auxpass")}

    def is_told_as_fact(self, verb: int) -> bool:
        """True for a finite verb of what happened: no "not", "would", "could", "to", "if" or question."""
        if self.is_negated(verb) or self.modals(verb) & _UNREAL:
            return False
        if any(self.lower[child] in ("if", "unless", "whether", "lest") for child in self.kids(verb, "mark")):
            return False
        if self.tag[verb] in ("VBD", "VBZ", "VBP"):
            return True
        if self.tag[verb] != "VBN":
            return False
        return bool(self.modals(verb) & _HAPPENED) or self.dep[verb] == "acl"


_NOT_ALONE: Final = frozenset({"only", "merely", "just", "simply", "solely", "but"})
"""After "not" these take nothing back: "not only useful", "could not but admire"."""
_HARDLY: Final = frozenset({"never", "hardly", "scarcely", "barely", "nor", "n't", "nowhere"})
_UNREAL: Final = frozenset(
    {"would", "could", "may", "might", "should", "will", "can", "must", "shall", "to", "'d", "'ll", "wo", "ca"}
)
_HAPPENED: Final = frozenset({"has", "have", "had", "was", "were", "is", "are", "been", "'s", "'ve", "got"})
