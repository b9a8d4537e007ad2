"""The published SCEP workflow, typed at a live appliance and explained as it goes."""

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
# By default it is never renewed. Two options change that: how many days before it expires a new one is
# requested, and how many days before that a warning is logged.
config vpn certificate local
edit IPSECVPNTest
set auto-regenerate-days 30
set auto-regenerate-days-warning 45
end
get vpn certificate local IPSECVPNTest
#
# That was all of it. `fauxgate` opens a shell of your own; type ? there at any place.
"""
