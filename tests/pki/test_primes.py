import pytest
from hypothesis import given
from hypothesis import strategies as st

from fauxgate.pki import primes


def divides(number: int) -> bool:
    return any(number % factor == 0 for factor in range(2, int(number**0.5) + 1))


@given(st.integers(6, 200_000))
def test_a_number_is_prime_if_nothing_divides_it(half: int) -> None:
    number = 2 * half + 1

    assert primes.is_prime(number) is not divides(number)


@pytest.mark.parametrize("carmichael", [561, 41041, 825265, 321197185, 5394826801, 232250619601, 9746347772161])
def test_numbers_that_pass_the_test_of_fermat_are_not_prime(carmichael: int) -> None:
    assert not primes.is_prime(carmichael)


@given(st.integers(1 << 40, 1 << 64))
def test_the_first_prime_from_a_start_is_found(half: int) -> None:
    start = 2 * half + 1

    found = primes.prime_from(start)

    assert found is not None
    assert not any(primes.is_prime(each) and each % primes.EXPONENT != 1 for each in range(start, found, 2))
    assert primes.is_prime(found)


def test_a_prime_that_does_not_suit_the_exponent_is_passed_over() -> None:
    unfit = next(each for each in range(1 + (primes.EXPONENT << 40), 1 << 60, primes.EXPONENT) if primes.is_prime(each))

    found = primes.prime_from(unfit)

    assert found is not None
    assert found > unfit


def test_a_start_with_no_prime_near_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(primes, "_WINDOW", 4)

    # The primes around are 2^61 - 1 and 2^61 + 15.
    assert primes.prime_from((1 << 61) + 1) is None
