"""Training: labs as folders, what checks them, and how a person takes one.

A lab's state is checked, never its text: checks are predicates on the configuration, certificates, exchanges, the
authority's register, the logs, what was typed and the time. How labs are written stands in docs/labs.md. Where an
appliance comes from is not decided here: `app` hands in what makes one.
"""
