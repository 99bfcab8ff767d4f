# Makes sure that the tests have what they need from the system: a browser, and rsync, which some releases go by.
# Installs it when it may, else says what to install. Never fails: the tests that lack something say so.

packages='rsync'

sh "$(dirname "$0")/browser/prepare.sh"

install() {
    export DEBIAN_FRONTEND=noninteractive
    apt-get -qq update && apt-get -qq install --no-install-recommends $packages
}

command -v rsync >/dev/null && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo 'Installing rsync (once) / Устанавливаю rsync (один раз)'
    install </dev/null >/dev/null && exit 0
fi
echo "The tests need: apt-get install $packages / Тестам нужно: apt-get install $packages" >&2
