"""How a line is read and how it is written: words, statements, parsing, completion, reading files and printing.

The command language itself stands in the grammar files; this package knows what a line says, never what it does.
It touches neither the configuration nor the appliance: what may be chosen at a point comes from a `Vocabulary`.
"""
