"""Given names that are one name: in another language, in another spelling, or as a usual short form."""

from __future__ import annotations

from typing import Final

from kg.identity.sounds import sound_of

_GROUPS: Final = """
vladimir volodymyr uladzimir wolodymyr
alexander aleksandr oleksandr aliaksandr alyaksandr aleksander alexandre alejandro alessandro
alexei aleksei oleksiy oleksii alexey aliaksei
sergei serhiy serhii sergiy siarhei sergio serge
nikolai mykola mikalai nicolas nicholas nicola
dmitri dmytro dzmitry dimitri
yevgeny evgeny yevhen yauhen eugene
mikhail mykhailo mikhailo mihail michael mike miguel michel
andrei andriy andrii andrew andy andreas andre
pyotr petro piotr peter pedro pierre pietro pete
pavel pavlo paul paulo pablo paolo
ivan john jack juan jean joao giovanni johann johannes hans jan johnny
yuri yuriy yurii iurii george jorge georges georgy heorhiy giorgi
grigory hryhoriy gregory greg
vasily vasyl basil
konstantin kostyantyn constantine
viktor victor
oleg oleh
igor ihor
gennady hennadiy
lev leo leon
maria mariya mary marie
elena olena helena helen yelena
ekaterina kateryna catherine katherine kate katarina
natalia nataliya natalya
anna hanna ann anne
irina iryna
muhammad mohammed mohammad mohamed muhammed mehmet mohamad
ahmad ahmed ahmet
yusuf youssef yousef joseph jose giuseppe joe iosif josef
ibrahim abraham abe
hussein husain hussain hossein husayn huseyin
hasan hassan
mahmud mahmoud mahmood
mustafa moustafa mostafa
abdullah abdallah abdulla
umar omar omer
ali aly
said saeed sayed saeid
khalid khaled
salih saleh
yahya yehia
suleiman sulayman suleyman solomon
ismail esmail ismael
jamal gamal jamaal
nasir nasser naser
william bill will willem guillaume wilhelm
robert bob rob bobby roberto
richard dick rick ricardo
james jim jimmy jaime
thomas tom tomas
anthony antony tony antonio antoine anton
david dave
daniel dan danny
edward ed ted eddie eduard eduardo
charles charlie carlos karl carl carlo
francis frank francisco francois franz francesco
stephen steven steve stefan esteban stephane
christopher chris christophe cristobal
matthew matt mateo matthieu
samuel sam
benjamin ben binyamin
ronald ron
donald don
kenneth ken
lawrence larry laurent lorenzo
philip phil philippe felipe
henry harry henri enrique heinrich
frederick fred friedrich frederic federico
elizabeth liz beth elisabeth elisabetta
margaret maggie peg marguerite
susan sue susanne
deborah debbie
patricia pat
madeleine madeline
"""


def _groups() -> dict[str, str]:
    table: dict[str, str] = {}
    for line in _GROUPS.split("\n"):
        sounds = [sound_of(name) for name in line.split()]
        for sound in sounds:
            table.setdefault(sound, sounds[0])
    return table


ONE_NAME: Final = _groups()
"""A given name as its sound (`kg.identity.sounds.sound_of`) -> the sound that stands for all of its forms."""
