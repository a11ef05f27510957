#!/usr/bin/env bash
# Adds a migration of the same name for both databases: eng/add-migration.sh NAME
set -euo pipefail
cd "$(dirname "$0")/.."
name=${1:?usage: eng/add-migration.sh NAME}
dotnet tool restore >/dev/null
dotnet build HtiAcademy.Web -v q --nologo
for provider in Sqlite SqlServer; do
  dotnet ef migrations add "$name" -p HtiAcademy.Web -c "${provider}AcademyDb" -o "Data/Migrations/$provider" --no-build
done
