"""`python -m fauxgate.app` is `fauxgate`."""

import sys

from fauxgate.app import main

if __name__ == "__main__":
    sys.exit(main())
