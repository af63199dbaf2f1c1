"""What contents speak of besides actors: topics and their mentions, fields of policy, and what pronouns stand for."""
