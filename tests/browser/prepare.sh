# Makes sure that the browser tests have what they need from the system: installs it when it may, else
# says what to install. Never fails: without a browser the tests themselves fail, each with a clear line.

# The font has Cyrillic letters, without which pages show boxes; Playwright's driver needs the library.
packages='chromium fonts-dejavu-core libatomic1'

. "$(dirname "$0")/../install.sh"

ready() {
    command -v chromium || command -v chromium-browser || command -v google-chrome || return 1
    .venv/lib/python*/site-packages/playwright/driver/node --version
}

ready >/dev/null 2>&1 || install Chromium $packages ||
    echo "The browser tests need: apt-get install $packages" \
        "/ Тестам в браузере нужно: apt-get install $packages" >&2
