"""Primes for RSA keys of which every bit is given from outside, so that the same start gives the same prime.

Only for keys that need to be made again: the library's own generator is faster and knows more about its trade.
"""

from functools import cache
from math import isqrt

EXPONENT = 65537

# Odd numbers that are looked at from one start. Beyond 2^2048 one odd number in 710 is a prime, so there is one.
_WINDOW = 1 << 14
# With more small primes sieving takes longer than the tests that it saves.
_SIEVED = 1 << 16
# Of random numbers of 512 bits and more, one that is not prime passes five tests less than once in 2^80 (Damgård,
# Landrock and Pomerance, Average case error estimates for the strong probable prime test, 1993).
_BASES = (2, 3, 5, 7, 11)


def prime_from(start: int) -> int | None:
    """The first prime at or after an odd number, of those that suit the exponent; None if it is far away."""
    for offset in _unsieved(start):
        candidate = start + 2 * offset
        if candidate % EXPONENT != 1 and is_prime(candidate):
            return candidate
    return None


def is_prime(number: int) -> bool:
    """Whether an odd number above 11 is prime, by Miller and Rabin; for numbers that nobody chose to deceive it."""
    twos = ((number - 1) & -(number - 1)).bit_length() - 1
    return all(_passes(number, base, (number - 1) >> twos, twos) for base in _BASES)


def _passes(number: int, base: int, odd: int, twos: int) -> bool:
    power = pow(base, odd, number)
    if power in (1, number - 1):
        return True
    for _ in range(twos - 1):
        power = power * power % number
        if power == number - 1:
            return True
    return False


def _unsieved(start: int) -> list[int]:
    """How many odd numbers further each one is that no small prime divides."""
    left = bytearray(b"\x01") * _WINDOW
    for prime in _small_primes():
        # The first offset for which `start + 2 * offset` is a multiple: half of what is missing to one, made even.
        missing = -start % prime
        first = (missing + prime if missing % 2 else missing) // 2
        left[first::prime] = bytes(len(range(first, _WINDOW, prime)))
    return [offset for offset in range(_WINDOW) if left[offset]]


@cache
def _small_primes() -> tuple[int, ...]:
    """The odd primes below the limit."""
    left = bytearray(b"\x01") * _SIEVED
    for number in range(3, isqrt(_SIEVED) + 1, 2):
        if left[number]:
            left[number * number :: number] = bytes(len(range(number * number, _SIEVED, number)))
    return tuple(number for number in range(3, _SIEVED, 2) if left[number])
