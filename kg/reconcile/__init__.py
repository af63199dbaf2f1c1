"""Looking actors and terms of office up in Wikidata, when a person asks for it: proposals to review, nothing more."""
