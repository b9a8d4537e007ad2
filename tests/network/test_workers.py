import threading

from fauxgate.network.workers import Workers


def test_a_thread_that_is_done_takes_the_next_work() -> None:
    workers, seen = Workers(), []
    for _ in range(20):
        done = threading.Event()
        workers.give(lambda done=done: (seen.append(threading.get_ident()), done.set()))
        assert done.wait(5)
        # It says that it is done before it waits for more.
        while not workers._idle:
            pass
    workers.close()

    assert len(set(seen)) == 1


def test_work_never_waits_for_other_work() -> None:
    workers, together = Workers(), threading.Barrier(30, timeout=5)
    for _ in range(30):
        workers.give(together.wait)
    workers.close()

    assert not together.broken


def test_closing_waits_for_the_work_and_leaves_no_thread() -> None:
    before = set(threading.enumerate())
    workers, begun, finish, done = Workers(), threading.Event(), threading.Event(), []
    workers.give(lambda: (begun.set(), finish.wait(5), done.append(1)))
    begun.wait(5)
    threading.Timer(0.1, finish.set).start()
    workers.close()

    assert done == [1]
    assert {thread for thread in threading.enumerate() if thread.name == "worker"} <= before
