# Makes sure that the judges have what they need from the system besides Node and Java: a browser, and hunspell
# with both dictionaries. Installs it when it may, else says what to install; a judge that lacks it says so.

packages='hunspell hunspell-ru hunspell-en-gb'

. "$(dirname "$0")/../tests/install.sh"

sh "$(dirname "$0")/../tests/browser/prepare.sh"

ready() {
    for dictionary in ru_RU en_GB; do
        echo a | LC_ALL=C.UTF-8 hunspell -d "$dictionary" -l || return 1
    done
}

ready >/dev/null 2>&1 || install hunspell $packages ||
    echo "The judges need: apt-get install $packages / Проверкам нужно: apt-get install $packages" >&2
