"""Shows what really passed between client and authority: each exchange, layer by layer, with OpenSSL's commands for it.

It reads what the protocol has written with the same code, but asks for less: whatever can be told is told.
"""
