"""How things are named in RDF: identifiers (`ids`), prefixes, and the ontology's terms as checked Python names.

Import the module that you need; `ids` and `prefixes` load no RDF library.
"""
