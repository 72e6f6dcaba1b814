#!/bin/sh
# Imports a receivables book over the API, looks at its aging, and runs nights over it.
#
#   DUNWELL=http://localhost:8080 KEY=<installation key> docs/guide/import-a-book.sh book.csv 2013-06-30 [first-night last-night]
#
# The mapping below fits a file with the headings customerID, invoiceNumber, InvoiceDate, DueDate, InvoiceAmount, Disputed and
# SettledDate; write your own headings in its place. A constant is written "=EUR".
set -eu
DUNWELL=${DUNWELL:-http://localhost:8080}
FILE=$1
AS_OF=$2
MAPPING='{"customer_number":"customerID","number":"invoiceNumber","issued_on":"InvoiceDate","due_on":"DueDate",
  "amount":"InvoiceAmount","currency":"=EUR","settled_on":"SettledDate","disputed":"Disputed"}'

# Takes a field out of a JSON answer; jq does it better where there is one.
field() { sed -n "s/.*\"$1\":\"\{0,1\}\([^\",}]*\).*/\1/p"; }
api() { method=$1; path=$2; shift 2; curl -sS --fail-with-body -X "$method" -H "Authorization: Bearer $TOKEN" "$@" "$DUNWELL/api/v1$path"; }
json() { api "$1" "$2" -H 'Content-Type: application/json' -d "$3"; }

echo "An organisation of its own"
TOKEN=$KEY
TOKEN=$(json POST /organisations '{"name":"Imported book","currency":"EUR","zone":"Europe/Berlin","locale":"en"}' | field apiKey)
json PUT /organisation/mail '{"mode":"sink"}' >/dev/null
json PUT /organisation/clock "{\"today\":\"$AS_OF\"}" >/dev/null

echo "Upload $FILE"
ID=$(api POST '/imports?kind=invoices' -F "file=@$FILE" -F "mapping=$MAPPING;type=application/json" | field id)
wait_for() {
  while :; do
    ANSWER=$(api GET "/imports/$ID")
    STATE=$(echo "$ANSWER" | field state)
    case $STATE in reading | committing) sleep 0.3 ;; *) break ;; esac
  done
  echo "$STATE: $ANSWER"
}
wait_for
[ "$STATE" = dry-run ] || exit 1
json POST "/imports/$ID/commit" '{}' >/dev/null
wait_for

echo "Aging as of $AS_OF by due date"
api GET "/aging?asOf=$AS_OF&basis=due"
echo

if [ $# -ge 4 ]; then
  night=$3
  while [ "$(echo "$night" | tr -d -)" -le "$(echo "$4" | tr -d -)" ]; do
    json PUT /organisation/clock "{\"today\":\"$night\"}" >/dev/null
    json POST /nights "{\"date\":\"$night\"}"
    echo
    night=$(date -d "$night + 1 day" +%F)
  done
fi
