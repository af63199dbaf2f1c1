"""Claims: completed, named, compared, proposed, judged."""
