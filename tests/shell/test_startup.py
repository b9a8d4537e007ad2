"""What the first prompt waits for; tests/benchmarks/startup.py measures it."""

import subprocess
import sys

# On a terminal `shell` loads these, then shows the prompt.
BEFORE_THE_PROMPT = """
import sys
from fauxgate.app.assembly import assemble
from fauxgate.app.options import arguments_for, parser
from fauxgate.shell.interactive import Shell

options = parser().parse_args(arguments_for([]))
with assemble(options, print) as built:
    Shell(lambda: built.appliance, built.command_line)
    assert built.command_line.is_open and built.command_line.question is None
    print(built.command_line.prompt)
print(*sorted({".".join(name.split(".")[:2]) for name in sys.modules}))
"""
NOT_NEEDED = {"lark", "cryptography", "requests", "fauxgate.model", "fauxgate.pki", "fauxgate.scep", "fauxgate.debug"}


def test_the_first_prompt_is_shown_before_the_appliance_is_loaded() -> None:
    done = subprocess.run([sys.executable, "-c", BEFORE_THE_PROMPT], capture_output=True, text=True, check=True)
    prompt, loaded = done.stdout.splitlines()

    assert prompt == "Fauxgate-VM64 # "
    assert not NOT_NEEDED & set(loaded.split())
