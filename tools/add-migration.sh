#!/usr/bin/env bash
# Adds one migration for all three providers, or (before the first release) remakes the only one:
#   ./tools/add-migration.sh AddSupervisionNotes
#   ./tools/add-migration.sh --reset Initial
set -euo pipefail
cd "$(dirname "$0")/.."

reset=false
if [ "${1:-}" = "--reset" ]; then reset=true; shift; fi
name="${1:-}"
if [[ ! "$name" =~ ^[A-Z][A-Za-z0-9]*$ ]]; then
  echo "Usage: $0 [--reset] NameInPascalCase" >&2
  exit 2
fi

providers=(Sqlite Postgres SqlServer)
if $reset; then
  for provider in "${providers[@]}"; do rm -rf "src/Lms.Data.$provider/Migrations"; done
fi

dotnet tool restore >/dev/null
dotnet build src/Lms.Web --nologo --verbosity quiet -p:RunAnalyzers=false

# The tool asks the program itself for its context, so the settings choose the provider; no database is opened.
connection() {
  case "$1" in
    Sqlite) echo "Data Source=design.db" ;;
    Postgres) echo "Host=localhost;Database=design" ;;
    SqlServer) echo "Server=localhost;Database=design" ;;
  esac
}
for provider in "${providers[@]}"; do
  dotnet ef migrations add "$name" --no-build --project "src/Lms.Data.$provider" --startup-project src/Lms.Web \
    -- --Database:Provider "$provider" --ConnectionStrings:Lms "$(connection "$provider")"
done
