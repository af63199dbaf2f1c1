"""One file a format: from the bytes of a file to `Recorded`, nothing checked against another text."""
