"""What a statement puts forward without its speaker, and when two of them say the same."""
