"""Ten thousand requests made from the interface's own description: each is answered as described, and memory stays."""

from __future__ import annotations

import http.client
import json
import os
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from random import Random
from typing import Any
from urllib.parse import quote

import pytest

from facilitator.voting.cards import card_id
from facilitator.web.openapi import OPENAPI

from .day import SECRETS, STAFF_KEY, Served, signed

REQUESTS, WARM_UP = 10_000, 2_000
MOST_GROWTH_KIB = 8 * 1024
"""Less than 1 KiB a request: anything that is kept of each would show."""

HALF = "ÅÄÖ\ud83c"
"""Ends in half a character, as a phone's keyboard can leave it."""

ODD: tuple[Any, ...] = (None, True, -1, 0, 3, 11, 2**63, 1.5, "", "x", HALF, "a" * 300, [], {}, [1, [2]], {"one": 11})
HEADERS: Mapping[str, tuple[str, ...]] = {
    "Authorization": (
        f"Card {card_id(SECRETS[0])}",
        "Card x",
        f"Staff {STAFF_KEY}",
        "Staff wrong",
        "Device abcdefghijklmnop",
        "nonsense",
    ),
    "Accept-Language": ("sv", "en;q=0.5, sv", "xx", ";;;q=q"),
    "Content-Type": ("application/json", "application/x-www-form-urlencoded", "text/plain"),
}
ALWAYS = {"400", "405", "408", "421"}


class Generator:
    """Makes values that fit a schema, and now and then ones that do not."""

    def __init__(self, random: Random) -> None:
        self.random = random

    def value(self, schema: Mapping[str, Any], depth: int = 0) -> Any:
        random = self.random
        if depth > 6 or random.random() < 0.06:
            return random.choice(ODD)
        if "$ref" in schema:
            return self.value(OPENAPI["components"]["schemas"][schema["$ref"].rsplit("/", 1)[1]], depth + 1)
        for several in ("oneOf", "anyOf"):
            if several in schema:
                return self.value(random.choice(schema[several]), depth + 1)
        if "enum" in schema:
            return random.choice(schema["enum"])
        if "const" in schema:
            return schema["const"]
        kind = schema.get("type", "object")
        kind = random.choice(kind) if isinstance(kind, list) else kind
        return getattr(self, f"_{kind}", self._null)(schema, depth + 1)

    def _object(self, schema: Mapping[str, Any], depth: int) -> dict[str, Any]:
        needed = schema.get("required", ())
        members = {
            name: self.value(inner, depth)
            for name, inner in schema.get("properties", {}).items()
            if name in needed or self.random.random() < 0.5
        }
        more = schema.get("additionalProperties")
        if isinstance(more, Mapping):
            members |= {str(self.random.randint(9, 15)): self.value(more, depth) for _ in range(2)}
        return members

    def _array(self, schema: Mapping[str, Any], depth: int) -> list[Any]:
        return [self.value(schema.get("items", {}), depth) for _ in range(self.random.randint(0, 4))]

    def _string(self, schema: Mapping[str, Any], depth: int) -> str:
        if "pattern" in schema:
            return f"{self.random.getrandbits(128):032x}"
        return self.random.choice(("x", "start-day", card_id(SECRETS[1]), "2026-11-21T09:00:00+01:00", "åäö"))

    def _integer(self, schema: Mapping[str, Any], depth: int) -> int:
        return self.random.randint(schema.get("minimum", -2), schema.get("maximum", 15))

    def _number(self, schema: Mapping[str, Any], depth: int) -> float:
        return self.random.uniform(-1, 1_000)

    def _boolean(self, schema: Mapping[str, Any], depth: int) -> bool:
        return self.random.random() < 0.5

    def _null(self, schema: Mapping[str, Any], depth: int) -> None:
        return None


def body(generator: Generator, operation: Mapping[str, Any], path: str, ballot: int) -> bytes:
    random = generator.random
    content = operation.get("requestBody", {}).get("content", {})
    if not content or random.random() < 0.04:
        return random.randbytes(random.randint(0, 60))
    schema = next(iter(content.values())).get("schema", {})
    made = generator.value(schema)
    if path.endswith("/votes") and isinstance(made, dict) and random.random() < 0.5:
        made = signed(ballot, random.choice(SECRETS), f"{random.getrandbits(128):032x}", made.get("choices"))
    if "application/json" in content:
        return json.dumps(made).encode("utf-8", "surrogatepass")
    fields = made if isinstance(made, dict) else {"code": made}
    return "&".join(f"{quoted(name)}={quoted(value)}" for name, value in fields.items()).encode()


def quoted(value: object) -> str:
    """Anything as a part of an address or a form."""
    return quote(str(value), safe="", errors="replace")


def requests(random: Random) -> Iterator[tuple[str, str, str, dict[str, str], bytes]]:
    """Endlessly: method, described path, address, headers and body."""
    generator = Generator(random)
    described = [(path, method, each) for path, all_ in OPENAPI["paths"].items() for method, each in all_.items()]
    described = [each for each in described if each[1] in ("get", "post") and not each[0].endswith("/live")]
    while True:
        path, method, operation = random.choice(described)
        ballot = random.randint(1, 12)
        named = ballot if random.random() < 0.9 else random.choice(ODD)
        address = path.replace("{ballot}", quoted(named) or "-")
        while "{" in address:
            start, end = address.index("{"), address.index("}")
            address = address[:start] + quoted(random.choice(("bold", "x", "å"))) + address[end + 1 :]
        if random.random() < 0.2:
            address += "?lang=" + quote(random.choice(("sv", "en", "xx", "%00")))
        headers = {name: random.choice(values) for name, values in HEADERS.items() if random.random() < 0.6}
        content = body(generator, operation, path, ballot) if method == "post" else b""
        yield method.upper(), path, address, headers, content


def resident_kib(pid: int) -> float:
    return int(Path(f"/proc/{pid}/statm").read_text("ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1024


def test_ten_thousand_requests(served: Served) -> None:
    made = requests(Random(5))
    connection = http.client.HTTPConnection("127.0.0.1", served.server.port, timeout=30)
    pid = served.server.pid
    assert pid is not None
    statuses: Counter[str] = Counter()
    before = 0.0
    for number in range(REQUESTS):
        method, path, address, headers, content = next(made)
        connection.request(method, address, content, headers)
        answer = connection.getresponse()
        told = answer.read()
        expected = set(OPENAPI["paths"][path][method.lower()]["responses"]) | ALWAYS
        assert str(answer.status) in expected, (method, address, headers, content, told)
        assert answer.status < 500
        statuses[str(answer.status)] += 1
        if number == WARM_UP and sys.platform == "linux":
            before = resident_kib(pid)
    connection.close()
    assert {"200", "201", "403", "409", "422"} <= statuses.keys(), "the requests get past the first check"
    assert served.server.pid == pid, "the same process all the time"
    if sys.platform != "linux":
        pytest.skip("no figure for the memory of another process here")
    assert resident_kib(pid) - before < MOST_GROWTH_KIB
