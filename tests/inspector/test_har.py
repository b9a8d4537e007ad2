import base64
import json

from rig import NOW

from fauxgate.inspector.exchanges import Exchange
from fauxgate.inspector.har import archive
from fauxgate.scep.http import FailureReason, HttpFailure, HttpRequest, HttpResponse

TYPE = (("Content-Type", "application/x-pki-message"),)


def test_a_har_file_has_what_was_sent_and_what_came() -> None:
    request = HttpRequest("POST", "http://ca.test/?operation=PKIOperation", TYPE, b"\xff\0")
    exchanges = [Exchange(1, NOW, request, HttpResponse(200, TYPE, b"\0\xfe", "192.0.2.1", 80))]

    entry = json.loads(json.dumps(archive(exchanges, "1")))["log"]["entries"][0]

    assert entry["request"]["queryString"] == [{"name": "operation", "value": "PKIOperation"}]
    assert entry["request"]["postData"]["text"].encode("latin-1") == b"\xff\0"
    assert base64.b64decode(entry["response"]["content"]["text"]) == b"\0\xfe"
    assert entry["response"]["status"] == 200
    assert entry["serverIPAddress"] == "192.0.2.1"


def test_an_exchange_without_an_answer_has_status_0_and_the_reason() -> None:
    failure = HttpFailure(FailureReason.CANNOT_CONNECT, "")

    entry = archive([Exchange(1, NOW, HttpRequest("GET", "http://ca.test/"), failure)], "1")["log"]["entries"][0]

    assert (entry["response"]["status"], entry["comment"]) == (0, "cannot connect")
