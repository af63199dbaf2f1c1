"""How the holder of a statement judges its targets: by the cue, by words and turns of phrase, by the stance network."""
