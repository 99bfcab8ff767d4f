# Makes sure that the tests have what they need from the system: a browser, and rsync, which some releases go by.
# Installs it when it may, else says what to install. Never fails: the tests that lack something say so.

. "$(dirname "$0")/install.sh"

sh "$(dirname "$0")/browser/prepare.sh"

command -v rsync >/dev/null || install rsync rsync ||
    echo 'The tests need: apt-get install rsync / Тестам нужно: apt-get install rsync' >&2
