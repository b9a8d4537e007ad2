"""Scripts: a file of commands typed at the appliance, and the demonstration, which is one.

Waits are jumped over where the clock stands still, so a pending enrollment is carried through at once.
"""
