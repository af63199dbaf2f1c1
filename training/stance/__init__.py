"""Training of the stance network. Nothing here is part of the package; see training/README.md."""
