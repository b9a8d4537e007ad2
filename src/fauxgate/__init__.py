"""A FortiGate-style appliance in a Python process.

The packages and the floors they stand on are drawn in CONTRIBUTING.md.
"""

__version__ = "0.1.0"
