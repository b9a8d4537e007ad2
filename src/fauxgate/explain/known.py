"""The table of explanations: for each kind of failure some rows, from the particular to the general.

The first row whose condition holds is taken; the last of each kind always holds.
"""

from collections.abc import Mapping

from fauxgate.explain.answered import ANSWERED
from fauxgate.explain.causes import Row
from fauxgate.explain.reaching import REACHING
from fauxgate.explain.refused import REFUSED
from fauxgate.scep.events import Event

KNOWN: Mapping[type[Event], tuple[Row, ...]] = {**REACHING, **ANSWERED, **REFUSED}
