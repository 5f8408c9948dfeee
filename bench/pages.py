"""The main pages at 200, 2,000 and 20,000 rows of what they list: queries, and times of a real server.

    python -m bench.pages

Two server processes, four clients asking at once. The floor is the least that a Django page can be
(bench/floor.py), asked in the same minutes; on a busy machine read the ratio to it, not the times.
"""

import http.client
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from statistics import median, quantiles

from bench.filling import fill
from bench.places import fresh_site
from goldenthread.config.settings.places import ROOT

SIZES = (200, 2_000, 20_000)
CLIENTS, ASKED = 4, 25  # requests of each client
PORT, FLOOR_PORT = 8791, 8792


def main() -> None:
    with fresh_site("bench_pages") as site, ExitStack() as servers:
        client, pages = furnish()
        os.environ["BENCH_FLOOR_URL"] = site.admin_url(site.database)
        servers.enter_context(served("goldenthread.config.wsgi:application", PORT, "/healthz"))
        servers.enter_context(served("bench.floor:application", FLOOR_PORT, "/"))
        cookie = f"sessionid={client.cookies['sessionid'].value}"
        print("rows    page                 queries  median ms   95% ms   a second  95% to floor's")
        for size in SIZES:
            fill(site.admin_url(site.database), size)
            _, slow = line(size, "floor", 2, *asked(FLOOR_PORT, "/", ""))
            for name, address in pages.items():
                line(size, name, queries(client, address), *asked(PORT, address, cookie), slow)


def furnish():
    """A partnership with one of everything; a browser signed in as its manager; the pages to ask."""
    from django.test import Client
    from django.urls import reverse

    from goldenthread.foundations.measures.importing.keeping import keep_file
    from goldenthread.foundations.measures.models import Source
    from goldenthread.foundations.people.gate import under
    from goldenthread.foundations.people.models import Partnership
    from goldenthread.foundations.people.tests import factories
    from goldenthread.foundations.thread.tests import making

    partnership = factories.PartnershipFactory(area="Kirklees")
    manager = factories.member(partnership=partnership)
    making.finding(manager)
    recommendation = making.recommendation(manager)
    made = making.action(manager, owner=manager, recommendation=recommendation)
    example = ROOT / "goldenthread/capabilities/dataset/worked_example/allegations.csv"
    with under(manager):
        Source.objects.create(
            partnership=Partnership.objects.get(), reference="001", title="Report", period="2014/15"
        )
        keep_file(example.read_bytes(), example.name, partnership, by=manager)
    lists = ("thread:index", "thread:findings", "thread:recommendations", "people:directory")
    here = {"partnership": manager.slug}
    pages = {name: reverse(name, kwargs=here) for name in (*lists, "dataset:index")}
    pages["thread:action"] = reverse("thread:action", kwargs={**here, "pk": made.pk})
    return factories.sign_in(Client(SERVER_NAME="127.0.0.1"), manager), pages


@contextmanager
def served(application: str, port: int, ready: str) -> Iterator[None]:
    command = [
        sys.executable,
        "-m",
        "granian",
        "--interface",
        "wsgi",
        "--workers",
        "2",
        "--blocking-threads",
        "4",
    ]
    command += ["--host", "127.0.0.1", "--port", str(port), "--log-level", "warning"]
    process = subprocess.Popen([*command, application], cwd=ROOT, stderr=subprocess.DEVNULL)
    try:
        wait_for(port, ready)
        yield
    finally:
        process.terminate()
        process.wait()


def wait_for(port: int, path: str) -> None:
    for _ in range(300):
        try:
            if answer(port, path, "") == 200:
                return
        except OSError:
            time.sleep(0.2)
    raise SystemExit(f"The server on port {port} did not answer.")


def answer(port: int, path: str, cookie: str) -> int:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", path, headers={"Cookie": cookie})
    response = connection.getresponse()
    response.read()
    connection.close()
    return response.status


def asked(port: int, path: str, cookie: str) -> tuple[list[float], float]:
    """Milliseconds of each answer, in order of length, and answers a second, over all clients."""

    def ask(_: int) -> list[float]:
        times = []
        for _ in range(ASKED):
            began = time.perf_counter()
            status = answer(port, path, cookie)
            assert status == 200, f"{path} answered {status}"
            times.append((time.perf_counter() - began) * 1000)
        return times

    for _ in range(CLIENTS):
        answer(port, path, cookie)  # each server process loads its templates once
    began = time.perf_counter()
    with ThreadPoolExecutor(CLIENTS) as clients:
        times = [one for many in clients.map(ask, range(CLIENTS)) for one in many]
    return sorted(times), len(times) / (time.perf_counter() - began)


def queries(client, address: str) -> int:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as seen:
        assert client.get(address).status_code == 200
    return len(seen)


def line(
    size: int, name: str, count: int, times: list[float], rate: float, floor: float = 0.0
) -> tuple[float, float]:
    middle, slow = median(times), quantiles(times, n=20)[-1]
    ratio = f"{slow / floor:10.1f}" if floor else ""
    print(
        f"{size:6,}  {name:22} {count:5}  {middle:9.0f} {slow:8.0f} {rate:10.0f} {ratio}",
        flush=True,
    )
    return middle, slow


if __name__ == "__main__":
    main()
