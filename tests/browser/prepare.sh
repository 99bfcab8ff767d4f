# Makes sure that the browser tests have what they need from the system: installs it when it may, else
# says what to install. Never fails: without a browser the tests themselves fail, each with a clear line.

# The font has Cyrillic letters, without which pages show boxes; Playwright's driver needs the library.
packages='chromium fonts-dejavu-core libatomic1'

ready() {
    command -v chromium || command -v chromium-browser || command -v google-chrome || return 1
    .venv/lib/python*/site-packages/playwright/driver/node --version
}

install() {
    export DEBIAN_FRONTEND=noninteractive
    apt-get -qq update && apt-get -qq install --no-install-recommends $packages
}

ready >/dev/null 2>&1 && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo 'Installing Chromium (once) / Устанавливаю Chromium (один раз)'
    install </dev/null >/dev/null && exit 0
fi
echo "The browser tests need: apt-get install $packages" \
    "/ Тестам в браузере нужно: apt-get install $packages" >&2
