"""The main pages at 200, 2,000 and 20,000 rows of what they list: queries, and times of a real server.

    python -m bench.pages

Two server processes, four clients asking at once. The floor is the least that a Django page can be
(bench/floor.py), asked in the same minutes; on a busy machine read the ratio to it, and the time of
the processor that the server took for one answer, which waiting for others does not lengthen.
"""

import gzip
import http.client
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from math import log
from pathlib import Path
from statistics import median, quantiles

from bench.filling import fill
from bench.places import fresh_site
from bench.workers import Workers
from goldenthread.config.settings.places import ROOT

SIZES = (200, 2_000, 20_000)
CLIENTS, ASKED = 4, 25  # requests of each client
PORT, FLOOR_PORT = 8791, 8792


def main() -> None:
    with fresh_site("bench_pages") as site, ExitStack() as servers:
        client, pages = furnish()
        os.environ["BENCH_FLOOR_URL"] = site.admin_url(site.database)
        ours = servers.enter_context(
            served("goldenthread.config.wsgi:application", PORT, "/healthz")
        )
        least = servers.enter_context(served("bench.floor:application", FLOOR_PORT, "/"))
        cookie = f"sessionid={client.cookies['sessionid'].value}"
        print(
            "rows    page                 queries  median ms   95% ms   a second  processor ms"
            "  95% to floor's"
        )
        medians: dict[str, list[float]] = {name: [] for name in pages}
        for size in SIZES:
            fill(site.admin_url(site.database), size)
            slow = line(size, "floor", 2, asked(least, FLOOR_PORT, "/", ""))[1]
            for name, address in pages.items():
                seen = asked(ours, PORT, address, cookie)
                medians[name].append(line(size, name, queries(client, address), seen, slow)[0])
        for name, (first, *_, last) in medians.items():
            slope = log(last / first) / log(SIZES[-1] / SIZES[0])
            weight = first_visit(client, pages[name]) / 1000
            print(f"{name:22} slope {slope:5.2f}   first visit {weight:4.0f} kB")
        print(f"largest worker {ours.largest_mib():.0f} MiB")


def first_visit(client, address: str) -> int:
    """Bytes of a page and of all it fetches, these packed as they are sent."""
    from django.contrib.staticfiles.finders import find

    page = client.get(address).content
    files = set(re.findall(rb'(?:href|src)="/static/([^"]+)"', page))
    assert files, "the page fetches nothing"
    paths = [find(file.decode()) for file in files]
    return len(page) + sum(len(gzip.compress(Path(path).read_bytes())) for path in paths)


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
def served(application: str, port: int, ready: str) -> Iterator[Workers]:
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
        yield Workers(process.pid)
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


@dataclass(frozen=True)
class Seen:
    times: list[float]  # milliseconds of each answer, in order of length
    rate: float  # answers a second, over all clients
    processor: float  # milliseconds of the server's processor for one answer


def asked(workers: Workers, port: int, path: str, cookie: str) -> Seen:
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
    worked, began = workers.processor_ms(), time.perf_counter()
    with ThreadPoolExecutor(CLIENTS) as clients:
        times = [one for many in clients.map(ask, range(CLIENTS)) for one in many]
    rate = len(times) / (time.perf_counter() - began)
    return Seen(sorted(times), rate, (workers.processor_ms() - worked) / len(times))


def queries(client, address: str) -> int:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as seen:
        assert client.get(address).status_code == 200
    return len(seen)


def line(size: int, name: str, count: int, seen: Seen, floor: float = 0.0) -> tuple[float, float]:
    middle, slow = median(seen.times), quantiles(seen.times, n=20)[-1]
    ratio = f"{slow / floor:10.1f}" if floor else ""
    print(
        f"{size:6,}  {name:22} {count:5}  {middle:9.0f} {slow:8.0f} {seen.rate:10.0f}"
        f" {seen.processor:12.1f} {ratio}",
        flush=True,
    )
    return middle, slow


if __name__ == "__main__":
    main()
