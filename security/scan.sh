#!/usr/bin/env bash
# Asks two scanners of TLS what they think of the running product, its web server and its PostgreSQL: docs/security.md tells what they found.
# Fails when there is a finding that is not explained there.
set -euo pipefail

usage() {
  cat <<'TEXT'
Usage: security/scan.sh [--data DIR] [--port N] [--host NAME] [--out DIR]

  --data DIR   the data directory of the running product (default: data/ beside ./frontless)
  --port N     its HTTPS port (default 8443)
  --host NAME  the name that its certificate is for (default localhost)
  --out DIR    where the whole reports go (default target/security)

It needs sslscan and testssl.sh: apt-get install sslscan testssl.sh
TEXT
}

project=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
data=$project/data port=8443 host=localhost out=$project/target/security
while (($# > 0)); do
  case $1 in
    --data) data=$2 && shift 2 ;;
    --port) port=$2 && shift 2 ;;
    --host) host=$2 && shift 2 ;;
    --out) out=$2 && shift 2 ;;
    *) usage && exit 1 ;;
  esac
done

# Findings of testssl that are known and explained in docs/security.md, by their names there.
explained='^(cert_chain_of_trust|cert_revocation|cipher_order|DNS_CAArecord|HSTS)$'

for program in sslscan testssl; do
  command -v "$program" >/dev/null || { usage >&2; exit 1; }
done
mkdir -p "$out"
database=$(sed -n 4p "$data/postgres/postmaster.pid")
failed=0

# sslscan: no protocol before TLS 1.2, no suite without authenticated encryption and forward secrecy.
scan_suites() {
  local name=$1 && shift
  sslscan --no-colour "$@" >"$out/sslscan-$name.txt"
  if grep -qE '^(SSLv2|SSLv3|TLSv1\.0|TLSv1\.1) +enabled' "$out/sslscan-$name.txt"; then
    echo "$name: sslscan: an old protocol is enabled" && failed=1
  fi
  if grep -E '^(Preferred|Accepted)' "$out/sslscan-$name.txt" | grep -vE 'TLS_(AES|CHACHA20)|ECDHE-(ECDSA|RSA)-(AES(128|256)-GCM|CHACHA20)'; then
    echo "$name: sslscan: a suite without authenticated encryption or forward secrecy" && failed=1
  fi
  echo "$name: sslscan: $(grep -cE '^(Preferred|Accepted)' "$out/sslscan-$name.txt") suites; report in $out/sslscan-$name.txt"
}

# testssl: every finding of at least low severity must be an explained one.
scan_all() {
  local name=$1 findings && shift
  rm -f "$out/testssl-$name.csv"
  testssl --quiet --color 0 --warnings off --csvfile "$out/testssl-$name.csv" "$@" >"$out/testssl-$name.txt" 2>&1 || true
  findings=$(awk -F'","' 'NR > 1 && $4 ~ /^(LOW|MEDIUM|HIGH|CRITICAL|FATAL)$/ {gsub(/^"/, "", $1); print $1 " " $4 " " $5}' "$out/testssl-$name.csv")
  while read -r id severity text; do
    [[ -n $id ]] || continue
    if [[ $id =~ $explained ]]; then
      echo "$name: testssl: $id $severity (explained): $text"
    else
      echo "$name: testssl: $id $severity: $text" && failed=1
    fi
  done <<<"$findings"
  [[ -s $out/testssl-$name.csv ]] || { echo "$name: testssl: no report"; failed=1; }
  echo "$name: testssl: report in $out/testssl-$name.txt"
}

scan_suites web "$host:$port"
scan_suites postgres --starttls-psql "127.0.0.1:$database"
scan_all web "https://$host:$port/sign-in"
scan_all postgres -t postgres "127.0.0.1:$database"
exit "$failed"
