"""What can be configured, as data: every table and object with its options in the order they are printed.

A family of tables is one file of Python literals; `types` says what such a literal may contain and `catalogue` which of
it one release has. What a person has configured is the business of `model`, and how a line is read that of `language`.
"""
