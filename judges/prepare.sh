# Makes sure that the judges have what they need from the system besides Node and Java: a browser, and hunspell
# with both dictionaries. Installs it when it may, else says what to install; a judge that lacks it says so.

packages='hunspell hunspell-ru hunspell-en-gb'

sh "$(dirname "$0")/../tests/browser/prepare.sh"

ready() {
    for dictionary in ru_RU en_GB; do
        echo a | LC_ALL=C.UTF-8 hunspell -d "$dictionary" -l || return 1
    done
}

install() {
    export DEBIAN_FRONTEND=noninteractive
    apt-get -qq update && apt-get -qq install --no-install-recommends $packages
}

ready >/dev/null 2>&1 && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo 'Installing hunspell (once) / Устанавливаю hunspell (один раз)'
    install </dev/null >/dev/null && exit 0
fi
echo "The judges need: apt-get install $packages / Проверкам нужно: apt-get install $packages" >&2
