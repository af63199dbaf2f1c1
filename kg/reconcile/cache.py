"""A folder of answers, one file a question: a second run asks nobody, and says the same.

A file is named by the hash of service, method and question, and holds these beside the answer, so that people can read
it. There is no day in it: an answer is kept until its file is deleted.
"""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import CacheError

if TYPE_CHECKING:
    from os import PathLike
    from urllib.request import Request


class AnswerCache:
    """The answers that were kept in one folder, which is made at the first answer."""

    def __init__(self, folder: str | PathLike[str]) -> None:
        self.folder = Path(folder)

    def find(self, request: Request) -> bytes | None:
        """The answer to a request, None where none was kept.

        Raises: CacheError: the file cannot be read, or is none of ours.
        """
        path = self._path(request)
        try:
            kept = json.loads(path.read_text("utf-8"))
            answer = kept["answer"]
        except FileNotFoundError:
            return None
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise CacheError(f"{path} cannot be read as a kept answer ({error}); delete it to ask again") from error
        if not isinstance(answer, str):
            raise CacheError(f"{path} holds no answer; delete it to ask again")
        return answer.encode("utf-8")

    def keep(self, request: Request, answer: bytes) -> None:
        """Keep an answer, whole or not at all.

        Raises: CacheError: the folder cannot be written.
        """
        path = self._path(request)
        told = {"service": request.full_url, "asked": _body(request), "answer": answer.decode("utf-8")}
        unfinished = path.with_suffix(".part")
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            unfinished.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", "utf-8", newline="\n")
            os.replace(unfinished, path)
        except OSError as error:
            raise CacheError(f"{self.folder} cannot be written ({error}); give another folder for answers") from error

    def _path(self, request: Request) -> Path:
        asked = json.dumps([request.get_method(), request.full_url, _body(request)])
        return self.folder / f"{hashlib.sha256(asked.encode()).hexdigest()[:32]}.json"


def _body(request: Request) -> str:
    return request.data.decode("utf-8") if isinstance(request.data, bytes) else ""
