"""Opens ONNX files that ship with the package; checks them by hash before they are loaded."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from kg.errors import ExtraMissing, ResourceMissing

if TYPE_CHECKING:
    from collections.abc import Sequence
    from importlib.resources.abc import Traversable

    import onnxruntime


def checked_files(folder: Traversable, names: Sequence[str], *, whose: str) -> dict[str, bytes]:
    """The content of each file of a folder of weights; `whose` names the network in messages.

    Raises: ResourceMissing: a file is not there or is not the one that `hashes.json` names.
    """
    try:
        stored = folder.joinpath("hashes.json").read_bytes()
        contents = {name: folder.joinpath(name).read_bytes() for name in names}
    except OSError as error:
        raise ResourceMissing(f"{whose} weights are incomplete ({error}): install the package again") from error
    hashes = _hashes(stored)
    wrong = [name for name, content in contents.items() if hashlib.sha256(content).hexdigest() != hashes.get(name)]
    if wrong:
        name = wrong[0] if hashes else "hashes.json"
        raise ResourceMissing(f"{folder}/{name} is not the file that was shipped: install the package again")
    return contents


def _hashes(stored: bytes) -> dict[str, str]:
    """The hash of each file; empty where what is stored cannot be read."""
    try:
        hashes = json.loads(stored)
    except ValueError:
        return {}
    return hashes if isinstance(hashes, dict) else {}


def open_session(content: bytes, *, what: str) -> onnxruntime.InferenceSession:
    """A network ready to run on one thread; `what` names the feature that needs it.

    Raises: ExtraMissing: no onnxruntime.
    """
    try:
        import onnxruntime
    except ImportError as error:
        raise ExtraMissing(f"{what} needs onnxruntime: pip install onnxruntime") from error
    options = onnxruntime.SessionOptions()
    # One thread: faster per CPU second, and sums are always added in the same order.
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(content, options, providers=["CPUExecutionProvider"])
