"""What is configured now, and how a session changes it.

A `Configuration` holds what is saved, an `Editor` is the place of one session in it with the draft that `next` or `end`
will save, and `rendering` turns either into statements. Text and commands are the business of `language` and `cli`.
"""
