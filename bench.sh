#!/usr/bin/env bash
# Prints figures: time, CPU, bytes, memory. It changes nothing and judges nothing.
#   ./bench.sh         everything but the kills and the reminders, one table, about four minutes
#   ./bench.sh certificates  how fast certificates are drawn and signed
#   ./bench.sh reminders  10,000 people are reminded for a year, in memory; about two minutes
#   ./bench.sh reports  how fast a report on 5,000 officers is made
#   ./bench.sh class   500 officers take a quiz at once
#   ./bench.sh kill    the academy is killed 50 times while officers take quizzes; about five minutes
set -euo pipefail
cd "$(dirname "$0")"
what=${1:-all}
case "$what" in all | certificates | reminders | reports | class | kill) ;; *) sed -n '2,8p' "$0" >&2; exit 2 ;; esac
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
dotnet publish HtiAcademy.Web -c Release -o "$work/app" -v q --nologo >&2
dotnet run --project eng/bench -c Release -v q -- "$what" content "$work"
