"""What a person at the control words can ask of the authority in vain."""

from fauxgate.ca.register import State
from fauxgate.errors import UserError


class UnknownRequest(UserError):
    """No request has this number."""

    def __init__(self, request_id: int) -> None:
        super().__init__(request_id)
        self.request_id = request_id

    def message(self) -> tuple[str, ...]:
        """One sentence; control words have no return codes."""
        return (f"There is no request {self.request_id}.",)


class NotPending(UserError):
    """The request is decided already."""

    def __init__(self, request_id: int, state: State) -> None:
        super().__init__(request_id, state)
        self.request_id = request_id
        self.state = state

    def message(self) -> tuple[str, ...]:
        """One sentence; control words have no return codes."""
        return (f"Request {self.request_id} is not pending but {self.state.value}.",)
