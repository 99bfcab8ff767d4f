# Sourced by the files prepare.sh. `install NAME PACKAGE…` installs packages of the system where it may, and says so.

install() {
    [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return 1
    echo "Installing $1 (once) / Устанавливаю $1 (один раз)"
    shift
    export DEBIAN_FRONTEND=noninteractive
    { apt-get -qq update && apt-get -qq install --no-install-recommends "$@"; } </dev/null >/dev/null
}
