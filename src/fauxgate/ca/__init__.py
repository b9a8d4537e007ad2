"""The built-in authority: its root, its register of requests, and the ways in which it decides.

It issues and answers as a `scep.server.Issuer`; how requests reach it is the business of `network`.
"""
