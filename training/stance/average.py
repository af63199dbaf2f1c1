"""The mean of the weights of networks of one ancestry: as good as the better on what each learnt.

python -m training.stance.average --out runs/shipped/model.pt runs/student/model.pt runs/renamed/model.pt
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("models", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    stored = [torch.load(path, weights_only=True) for path in options.models]
    options.out.parent.mkdir(parents=True, exist_ok=True)
    torch.save({name: sum(one[name].float() for one in stored) / len(stored) for name in stored[0]}, options.out)


if __name__ == "__main__":
    main()
