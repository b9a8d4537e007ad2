"""Reads a pasted trace of `diagnose debug application scep` and says what went wrong, why, and what to do.

It knows the lines from the tables of `debug`, so its wording never drifts from what is printed. It is pure text: what
is read and where the answer goes is the business of `app`.
"""
