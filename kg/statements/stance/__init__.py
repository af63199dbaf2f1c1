"""How the holder of a statement judges its targets: by the cue, by words and turns of phrase, by the stance network.

`rules.judge` puts together what the rules of the other files show; most of these know one kind of turn, and their first
line gives an example of it. `view` and `evaluation` are what they share. `ruling` settles rules and network; `learned`
and `overlooked` ask the network, `bars` says from when on it is believed.
"""
