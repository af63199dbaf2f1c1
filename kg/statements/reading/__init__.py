"""How this room reads a string: its parse and names, whose side is whose, word lists and the table of cues."""
