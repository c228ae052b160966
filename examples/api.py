#!/usr/bin/env python3
"""The API of `isnad serve` with the standard library: a list under filters, all pages of it, a file, and a decision.

    examples/api.py [FILE]    writes the incidents to FILE, incidents.geojson unless given

ISNAD_URL says where the server is (http://localhost:8765 unless given), ISNAD_TOKEN is a token of `isnad user token`,
where the server has accounts; for the decision it needs the role coder.
"""

import json
import os
import shutil
import sys
import urllib.error
import urllib.parse
import urllib.request

ROOT = os.environ.get("ISNAD_URL", "http://localhost:8765") + "/api/v1/"
TOKEN = os.environ.get("ISNAD_TOKEN")


def ask(path, headers=None, body=None):
    """The open answer; a problem of the server is told in its own words."""
    request = urllib.request.Request(ROOT + path, headers=headers or {})
    if TOKEN:
        request.add_header("Authorization", "Bearer " + TOKEN)
    if body is not None:
        request.data = json.dumps(body).encode("utf-8")
        request.add_header("Content-Type", "application/json")
    try:
        return urllib.request.urlopen(request)
    except urllib.error.HTTPError as error:
        problem = json.load(error)
        sys.exit(f"{error.code} {problem['title']} {problem['detail']} (request {problem['request']})")


def incidents(**filters):
    """All incidents under filters, page by page: what `next` says goes into `cursor`."""
    while True:
        with ask("incidents?" + urllib.parse.urlencode(filters)) as answer:
            page = json.load(answer)
        yield from page["items"]
        if page["next"] is None:
            return
        filters["cursor"] = page["next"]


def comment(incident, text):
    """A remark; If-Match says which version it is about, and the key makes a repetition harmless."""
    with ask("incidents/" + incident) as answer:
        version = answer.headers["ETag"]
    headers = {"If-Match": version, "Idempotency-Key": "remark-" + incident}
    decision = {"kind": "comment", "reason": text}
    with ask(f"incidents/{incident}/decisions", headers, decision) as answer:
        first = json.load(answer)
    with ask(f"incidents/{incident}/decisions", headers, decision) as answer:
        assert json.load(answer) == first
    return first["id"]


def main():
    deadly = list(incidents(**{"from": "2015-01-01", "killed_min": 1}))
    print("with dead:", len(deadly))
    everything = list(incidents(limit=5))
    print("incidents:", len(everything))
    file = sys.argv[1] if len(sys.argv) > 1 else "incidents.geojson"
    with ask("incidents.geojson") as answer, open(file, "wb") as out:
        shutil.copyfileobj(answer, out)
    print("file:", file)
    print("decision:", comment(everything[0]["id"], "looked at with Python"))


if __name__ == "__main__":
    main()
