#!/usr/bin/env bash
# Kills the program while it reads and looks each time at what is left: nothing acknowledged may be lost, doubled or half-stored.
#   bench/kill-test.sh [KILLS [ARTICLES [SEED]]]      1,000 kills over 10,000 articles if not said otherwise
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export ENTENTE_KILLS=${1:-1000} ENTENTE_KILL_ARTICLES=${2:-10000} ENTENTE_KILL_SEED=${3:-1}
ENTENTE_KILL_RESULT=$(mktemp)
log=$(mktemp)
export ENTENTE_KILL_RESULT
trap 'rm -f "$ENTENTE_KILL_RESULT" "$log"' EXIT
dotnet build tests/Entente.Cli.Tests -c Release -nologo -clp:NoSummary -v quiet
if tests/Entente.Cli.Tests/bin/Release/net10.0/Entente.Cli.Tests --filter-class '*KillTests' --no-ansi >"$log" 2>&1; then
    cat "$ENTENTE_KILL_RESULT"
else
    cat "$log"
    exit 1
fi
