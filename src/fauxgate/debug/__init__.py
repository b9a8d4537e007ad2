"""What `diagnose debug` prints: the switches of a session, then one module per application.

Each application module turns events into lines; nothing here decides what happened.
"""
