"""The values that SCEP puts into signed attributes (RFC 8894, 3.2.1)."""

from enum import Enum


class MessageType(Enum):
    """What a message is; the value is the decimal text on the wire (RFC 8894, 3.2.1.2)."""

    CERT_REP = "3"
    RENEWAL_REQ = "17"
    # Of the drafts before RFC 8894, which left the number unassigned; micromdm still knows it.
    UPDATE_REQ = "18"
    PKCS_REQ = "19"
    CERT_POLL = "20"
    GET_CERT = "21"
    GET_CRL = "22"


class PkiStatus(Enum):
    """How a request was answered (RFC 8894, 3.2.1.3)."""

    SUCCESS = "0"
    FAILURE = "2"
    PENDING = "3"


class FailInfo(Enum):
    """Why a request was refused (RFC 8894, 3.2.1.4)."""

    BAD_ALG = "0"
    BAD_MESSAGE_CHECK = "1"
    BAD_REQUEST = "2"
    BAD_TIME = "3"
    BAD_CERT_ID = "4"


class Attribute(Enum):
    """A signed attribute of SCEP; the value is its object identifier, `label` its name in the trace."""

    MESSAGE_TYPE = "2.16.840.1.113733.1.9.2"
    PKI_STATUS = "2.16.840.1.113733.1.9.3"
    FAIL_INFO = "2.16.840.1.113733.1.9.4"
    SENDER_NONCE = "2.16.840.1.113733.1.9.5"
    RECIPIENT_NONCE = "2.16.840.1.113733.1.9.6"
    TRANSACTION_ID = "2.16.840.1.113733.1.9.7"
    FAIL_INFO_TEXT = "1.3.6.1.5.5.7.24.1"

    @property
    def label(self) -> str:
        """The name that sscep and the appliance print, such as `transId`."""
        return _LABELS[self]

    @property
    def is_octets(self) -> bool:
        """Whether the value is an OCTET STRING; the others are PrintableString."""
        return self in (Attribute.SENDER_NONCE, Attribute.RECIPIENT_NONCE)


_LABELS = {
    Attribute.MESSAGE_TYPE: "messageType",
    Attribute.PKI_STATUS: "pkiStatus",
    Attribute.FAIL_INFO: "failInfo",
    Attribute.SENDER_NONCE: "senderNonce",
    Attribute.RECIPIENT_NONCE: "recipientNonce",
    Attribute.TRANSACTION_ID: "transId",
    Attribute.FAIL_INFO_TEXT: "failInfoText",
}
