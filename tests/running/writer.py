"""A process that writes as the site does, change and mark together, and says what was acknowledged.

    python -m tests.running.writer ACKNOWLEDGED-FILE

Each line of the file is the number of a change whose transaction the database has confirmed.
"""

import os
import sys


def main(path: str) -> None:
    import django

    django.setup()
    from goldenthread.foundations.messages.models import Message
    from goldenthread.foundations.people.gate import under
    from goldenthread.foundations.people.members import machine
    from goldenthread.foundations.people.queries import partnership_ids
    from goldenthread.foundations.trail import actions as trail

    asker = machine(partnership_ids()[0], doing="the drill")
    with open(path, "ab", buffering=0) as acknowledged:
        for number in range(100_000):
            with under(asker):
                written = Message.objects.create(
                    partnership_id=asker.partnership_id,
                    to="drill@example.org",
                    name="Drill",
                    subject=f"{os.getpid()}-{number}",
                )
                trail.record(by=asker, did="wrote", to=f"drill:{written.subject}")
            acknowledged.write(f"{written.subject}\n".encode())


if __name__ == "__main__":
    main(sys.argv[1])
