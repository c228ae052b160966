#!/usr/bin/env bash
# The API of `isnad serve` with curl alone: a list under filters, all pages of it, a file, and a decision.
#   examples/api.sh [FILE]         writes the incidents to FILE, incidents.csv unless given
#   ISNAD_URL                      where the server is, http://localhost:8765 unless given
#   ISNAD_TOKEN                    a token of 'isnad user token', where the server has accounts; coder for the decision
set -euo pipefail

url=${ISNAD_URL:-http://localhost:8765}/api/v1
file=${1:-incidents.csv}

call() {
  if [ -n "${ISNAD_TOKEN:-}" ]; then
    # From standard input, so that the token does not stand in the list of processes.
    printf 'header = "Authorization: Bearer %s"\n' "$ISNAD_TOKEN" | curl --config - --silent --show-error --fail-with-body "$@"
  else
    curl --silent --show-error --fail-with-body "$@"
  fi
}

# How many incidents may have happened since 2015 and say that somebody was killed?
found=$(call "$url/incidents?from=2015-01-01&killed_min=1&limit=1")
echo "with dead: $(sed -E 's/.*"counts":\{"total":([0-9]+).*/\1/' <<<"$found")"

# All ids, page by page: the Link header leads to the next one until there is none.
next="/api/v1/incidents?limit=5"
head=$(mktemp)
trap 'rm -f "$head"' EXIT
pages=0
while [ -n "$next" ]; do
  call --dump-header "$head" "${url%/api/v1}$next" >/dev/null
  pages=$((pages + 1))
  next=$(tr -d '\r' <"$head" | sed -nE 's/^[Ll]ink: <([^>]+)>; rel="next".*/\1/p')
done
echo "pages: $pages"

# The same rows as a file, for a spreadsheet.
call --output "$file" "$url/incidents.csv?bom=true&spreadsheet=true"
echo "file: $file"

# A remark on one incident. If-Match says which version it is about, and the key makes a repetition harmless.
id=$(call "$url/incidents?limit=1" | sed -E 's/.*"items":\[\{"id":"([^"]+)".*/\1/')
version=$(call --output /dev/null --dump-header - "$url/incidents/$id" | tr -d '\r' | sed -nE 's/^[Ee][Tt]ag: (.*)/\1/p')
for attempt in 1 2; do
  call --output /dev/null -X POST "$url/incidents/$id/decisions" -H "If-Match: $version" -H "Idempotency-Key: example-$id" \
    -H 'Content-Type: application/json' -d '{"kind": "comment", "reason": "looked at with curl"}'
  echo "decision on $id, sent the time number $attempt"
done
