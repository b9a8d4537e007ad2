"""What the appliance says it is: a FortiGate-style virtual machine that nobody can mistake for a licensed one."""

MODEL = "Fauxgate-VM64"
SERIAL_NUMBER = "FGVMFX0000000001"
# No build of the vendor's: this program is none.
BUILD = 0
