"""`execute ...`: the commands that do something."""

from datetime import UTC, datetime

from fauxgate.cli.console import Answer, Console
from fauxgate.cli.handlers import handles
from fauxgate.device.certificates import EnrollmentWords, SubjectWords
from fauxgate.device.clock import YEARS
from fauxgate.errors import UserError
from fauxgate.language import statements

DATE_FORM = "%Y-%m-%d"
TIME_FORM = "%H:%M:%S"


class MomentRefused(UserError):
    """A date or time that is none. Inferred: it is refused as a value that is invalid."""

    code = -651

    def __init__(self, word: str) -> None:
        super().__init__()
        self.word = word

    def message(self) -> tuple[str, ...]:
        """As a value that is refused."""
        return ("", f"value parse error before '{self.word}'")


@handles(statements.GenerateRsa)
def generate_rsa(console: Console, statement: statements.GenerateRsa) -> Answer:
    """Make an RSA key and request. Inferred: nothing is printed when it goes well."""
    console.realm.certificates.generate_rsa(
        statement.name, statement.key_size, _subject(statement), _enrollment(statement)
    )
    yield from ()


@handles(statements.GenerateEc)
def generate_ec(console: Console, statement: statements.GenerateEc) -> Answer:
    """Make an elliptic curve key and request."""
    console.realm.certificates.generate_ec(statement.name, statement.curve, _subject(statement), _enrollment(statement))
    yield from ()


@handles(statements.ImportCaAuto)
def import_ca_auto(console: Console, statement: statements.ImportCaAuto) -> Answer:
    """Fetch CA certificates by SCEP and store each as the next free `CA_Cert_N`."""
    console.realm.ca_import.run(statement.url, statement.ca_identifier, statement.source_ip, statement.fingerprint)
    yield from ()


@handles(statements.ExecuteDate)
def execute_date(console: Console, statement: statements.ExecuteDate) -> Answer:
    """Print the date, or set it and keep the time of day (fortios-cli.md 8.1)."""
    now = console.appliance.clock.now()
    if statement.date:
        day = _moment(statement.date, DATE_FORM)
        if day.year not in YEARS:
            raise MomentRefused(statement.date)
        console.appliance.set_clock(day.replace(hour=now.hour, minute=now.minute, second=now.second))
        return
    yield f"current date is: {now:{DATE_FORM}}"


@handles(statements.ExecuteTime)
def execute_time(console: Console, statement: statements.ExecuteTime) -> Answer:
    """Print the time of day, or set it and keep the date."""
    now = console.appliance.clock.now()
    if statement.time:
        time = _moment(statement.time, TIME_FORM)
        console.appliance.set_clock(now.replace(hour=time.hour, minute=time.minute, second=time.second, microsecond=0))
        return
    yield f"current time is: {now:{TIME_FORM}}"
    yield "last ntp sync: never"


def _moment(word: str, form: str) -> datetime:
    try:
        return datetime.strptime(word, form).replace(tzinfo=UTC)
    except ValueError as error:
        raise MomentRefused(word) from error


def _subject(statement: statements.GenerateRsa | statements.GenerateEc) -> SubjectWords:
    return SubjectWords(
        subject=statement.subject,
        country=statement.country,
        state=statement.state,
        city=statement.city,
        organization=statement.organization,
        units=statement.units,
        email=statement.email,
        subject_alt_name=statement.subject_alt_name,
    )


def _enrollment(statement: statements.GenerateRsa | statements.GenerateEc) -> EnrollmentWords:
    return EnrollmentWords(
        url=statement.url,
        challenge=statement.challenge,
        source_ip=statement.source_ip,
        ca_identifier=statement.ca_identifier,
        password=statement.password,
    )
