"""Keys, names, certification requests, certificates and CMS: bytes in, values out, and back.

Nothing here knows of SCEP, of an appliance or of an authority, and nothing touches a file, a socket or a clock.
"""
