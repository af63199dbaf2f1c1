"""Parts of known states that have governments, parliaments and courts of their own: never states that nobody knows."""

from __future__ import annotations

from typing import Final

from kg.resolve.lexicon import words_of

PARTS_OF_STATES: Final = words_of("""
abruzzo adjara alabama alaska alberta alsace amazonas andalusia aragon arizona arkansas assam asturias azores baden
baja balochistan bashkortostan basque bavaria bengal berlin bihar bohemia bougainville brandenburg brittany brunswick
buryatia calabria california cantabria carolina castile catalonia chechnya chiapas chihuahua chuvashia colorado
connecticut cornwall corsica crete crimea dagestan dakota darfur delaware delhi donetsk england extremadura faroe
flanders florida friesland galicia gelderland goa greenland guangdong guerrero gujarat hampshire haryana hawaii hebei
henan hesse hokkaido holland hubei hunan idaho illinois indiana ingushetia iowa jersey jiangsu jilin jutland kachin
kansas karelia karnataka kashmir katanga kentucky kerala kurdistan kyushu lapland liaoning liguria limburg lombardy
lorraine louisiana luhansk madeira maharashtra maine manipur manitoba maryland massachusetts mecklenburg meghalaya
mexico michigan minnesota mississippi missouri mizoram montana moravia murcia nagaland navarre nebraska nevada
newfoundland normandy northumberland nova oaxaca odisha ohio okinawa oklahoma ontario oregon orissa ossetia palatinate
pennsylvania picardy piedmont pomerania provence prussia puerto punjab quebec queensland rajasthan rakhine rhine
rhineland rhode saarland sardinia saskatchewan savoy saxony schleswig scotland shandong shanxi siberia sichuan sicily
sikkim silesia sinaloa sindh sonora sulawesi sumatra tasmania tatarstan telangana tennessee texas thuringia tibet
tigray transylvania tripura tuscany tyrol ulster umbria utah utrecht vermont victoria virginia wales wallonia
washington westphalia wisconsin wyoming xinjiang yakutia york yorkshire yucatan yukon yunnan zanzibar zealand zeeland
zhejiang
""")
"""In lower case, the telling word of each: "carolina" for both. Source: general knowledge."""
