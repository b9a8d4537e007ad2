"""One appliance: its configuration, certificates, time, jobs and journal.

Here the two towers meet: what is configured (language, schema, model) and what is proved (pki, scep).
Nothing here prints or knows a door; commands live in `cli`, debug lines in `debug`.
"""
