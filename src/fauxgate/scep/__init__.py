"""The SCEP protocol (RFC 8894 and the older drafts that the appliance speaks), client and responder, without I/O.

Inputs go in, requests, waits and events come out; sockets live in `network`, waiting in `device`.
Keys, names, certificates and CMS live in `pki`; what a person sees of the events is written in `debug`.
"""
