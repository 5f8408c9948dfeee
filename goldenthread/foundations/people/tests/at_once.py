"""Two people at the same moment, each on a connection of their own, for the tests of every app."""

import threading

from django.core.exceptions import PermissionDenied
from django.db import connection


def both(*deeds) -> list[str]:
    """Run these at once, in real transactions; gives the reason of each that was refused.

    What else is raised is an error of the test: two at once may refuse one, and break for nobody.
    """
    ready, refused, broken = threading.Barrier(len(deeds)), [], []

    def run(deed):
        try:
            ready.wait(timeout=10)
            deed()
        except PermissionDenied as refusal:
            refused.append(str(refusal))
        except Exception as error:
            broken.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(deed,)) for deed in deeds]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    assert not any(thread.is_alive() for thread in threads), "one of them never ended"
    assert broken == []
    return refused
