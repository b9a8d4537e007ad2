"""What each command does and answers: one handler per statement, and the command line that finds it.

A door (shell, replay) owns a `CommandLine` and hands it lines; what is printed goes through the `write` it was given.
Sentences of errors live in their classes, configuration text in `language.printer`, debug lines in `debug`.
"""
