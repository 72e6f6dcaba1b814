#!/bin/sh
# Imports a receivables book over the API, looks at its aging, and runs nights over it.
#
#   KEY=<installation key> docs/guide/import-a-book.sh invoices.csv as-of [first-night last-night]
#   KEY=<installation key> docs/guide/import-a-book.sh invoices.csv 2013-06-30 2013-05-01 2013-06-30
#
# KEY is what Dunwell was started with as DUNWELL_INSTALLATION_KEY: an organisation is founded for the book, and its own key
# is printed. With that as ORGANISATION_KEY in place of KEY the same organisation is used again; the same file again changes
# nothing. Dates are written 2013-06-30. The organisation's day is simulated from then on, and its mail goes to the mailbox
# of the installation (/sink), to nobody else. A night before the last one that ran is refused.
#
#   DUNWELL    where Dunwell runs: http://localhost:8080
#   CURRENCY   of the whole book: EUR
#   CONTACTS   a file with the columns customer_number, name and email; a customer without an address hears nothing
#
# The mapping below fits a file with the headings customerID, invoiceNumber, InvoiceDate, DueDate, InvoiceAmount, Disputed and
# SettledDate; write your own headings in its place. A value for every row is written with =, as the currency is.
set -eu
if [ $# -ne 2 ] && [ $# -ne 4 ]; then
  sed -n '2,/^set/s/^# \{0,1\}//p' "$0"
  exit 2
fi
DUNWELL=${DUNWELL:-http://localhost:8080}
CURRENCY=${CURRENCY:-EUR}
FILE=$1
AS_OF=$2
MAPPING='{"customer_number":"customerID","number":"invoiceNumber","issued_on":"InvoiceDate","due_on":"DueDate",
  "amount":"InvoiceAmount","currency":"='$CURRENCY'","settled_on":"SettledDate","disputed":"Disputed"}'

# Takes a field out of a JSON answer; jq does it better where there is one.
field() { printf '%s' "$2" | sed -n "s/.*\"$1\":\"\{0,1\}\([^\",}]*\).*/\1/p"; }
api() {
  method=$1 path=$2
  shift 2
  if answer=$(curl -sS --fail-with-body -X "$method" -H "Authorization: Bearer $TOKEN" "$@" "$DUNWELL/api/v1$path"); then
    printf '%s' "$answer"
  else
    echo "$method $path was refused: $answer" >&2
    exit 1
  fi
}
json() { api "$1" "$2" -H 'Content-Type: application/json' -d "$3"; }
show() { printf '%s\n' "$1"; }
tomorrow() { date -d "$1 + 1 day" +%F 2>/dev/null || date -j -v+1d -f %F "$1" +%F; }
as_number() { echo "$1" | tr -d -; }

# Waits while the import is in one state, then insists on another.
wait_for() {
  ANSWER=$(api GET "/imports/$ID")
  while [ "$(field state "$ANSWER")" = "$1" ]; do
    sleep 1
    ANSWER=$(api GET "/imports/$ID")
  done
  if [ "$(field state "$ANSWER")" = "$2" ]; then
    echo "$2: $(show "$ANSWER" | sed 's/.*"counts":{\([^}]*\)}.*/\1/')"
  else
    show "$ANSWER"
    exit 1
  fi
}

# Brings a file of a kind with a mapping, and takes its rows into the book.
import() {
  echo "Import of $2"
  ANSWER=$(api POST "/imports?kind=$1" -F "file=@$2" -F "mapping=$3;type=application/json")
  ID=$(field id "$ANSWER")
  wait_for reading dry-run
  json POST "/imports/$ID/commit" '{}' >/dev/null
  wait_for committing committed
}

if [ -n "${ORGANISATION_KEY:-}" ]; then
  TOKEN=$ORGANISATION_KEY
else
  TOKEN=${KEY:?'Set KEY to the installation key, or ORGANISATION_KEY to the key of an organisation.'}
  ANSWER=$(json POST /organisations \
    '{"name":"Imported book","currency":"'"$CURRENCY"'","zone":"Europe/Berlin","locale":"en"}')
  TOKEN=$(field apiKey "$ANSWER")
  echo "An organisation of its own; to come again: ORGANISATION_KEY=$TOKEN"
fi
json PUT /organisation/mail '{"mode":"sink"}' >/dev/null
json PUT /organisation/clock "{\"today\":\"${3:-$AS_OF}\"}" >/dev/null

import invoices "$FILE" "$MAPPING"
if [ -n "${CONTACTS:-}" ]; then
  import contacts "$CONTACTS" '{"customer_number":"customer_number","name":"name","email":"email"}'
fi

echo "Aging as of $AS_OF by due date"
ANSWER=$(api GET "/aging?asOf=$AS_OF&basis=due")
show "$ANSWER"

if [ $# -eq 4 ]; then
  echo "Nights from $3 to $4"
  night=$3
  while [ "$(as_number "$night")" -le "$(as_number "$4")" ]; do
    json PUT /organisation/clock "{\"today\":\"$night\"}" >/dev/null
    ANSWER=$(json POST /nights "{\"date\":\"$night\"}")
    show "$ANSWER"
    night=$(tomorrow "$night")
  done
fi
