"""The published SCEP workflow, typed at a live appliance and explained as it goes."""

# Told where the keys can be made again.
_SEEDED = """\
# The keys of this run follow from its seed. Anyone can make them again, so they are for training only.
#
"""

# Run with `said`: comments are told to the person who watches, the other lines are typed.
SCRIPT = """\
# This appliance is new. Its debug output for SCEP is switched on first, so that we see every step of what follows.
diagnose debug application scep -1
diagnose debug enable
#
# One command makes an RSA key and a certificate request, and asks an authority for the certificate by SCEP.
# Its arguments: name, key size, common name, country, state, city, organization, units, e-mail, alternative names,
# URL of the authority, challenge password. "" skips one.
# The trace below it is computed from the bytes of a real exchange over HTTP, on this machine.
execute vpn certificate local generate rsa IPSECVPNTest 2048 myvpn NL NH Amsterdam Fortinet "" \
ipsecvpntest@fortinet.com "" http://ca.test/app/cert/scep/ challenge
#
# PENDING: the authority wants a person to look at the request. Words with a colon are not the appliance's own; these
# two are the authority's.
:ca list
:ca approve 1
#
# The appliance asks again by itself, five minutes later. Nobody has to wait here: its clock jumps.
:clock next
#
# SUCCESS: the certificate is in its place.
diagnose debug disable
get vpn certificate local details IPSECVPNTest
#
# It was stored with the key, the request, and all that its renewal will need. Secrets are sealed.
show vpn certificate local IPSECVPNTest
#
# By default it is never renewed. Two options change that: how many days before it expires a new one is requested,
# and how many days before it expires a warning is logged.
config vpn certificate local
edit IPSECVPNTest
set auto-regenerate-days 30
set auto-regenerate-days-warning 45
end
diagnose test application forticron 2
#
# Nobody has to wait a year to see it. The clock of this appliance goes on to the next thing that is due, the warning.
:clock next
#
# Then, by itself, to the new request, with a new key. The old certificate signs it, and stays in use.
:clock next
:ca list
:ca approve 2
#
# Five minutes later the appliance asks again, and has the new certificate. It replaces the old one and its key at once.
:clock next
get vpn certificate local details IPSECVPNTest
#
# The event log has the whole year, the newest first.
execute log filter category event
execute log display
#
# That was all of it. `fauxgate` opens a shell of your own; type ? there at any place.
"""


def script(*, is_seeded: bool) -> str:
    """The script of the demonstration."""
    return _SEEDED + SCRIPT if is_seeded else SCRIPT
