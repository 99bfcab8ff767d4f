// Pages in as arguments, what pa11y finds out as JSON: every page with both runners in every way of looking.
import process from "node:process";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const pa11y = require("pa11y");
const puppeteer = require("puppeteer");

const [executablePath, ...pages] = process.argv.slice(2);
const args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"];
const ways = [
  { name: "light, 412 px", width: 412, features: { "prefers-color-scheme": "light" } },
  { name: "dark, 412 px", width: 412, features: { "prefers-color-scheme": "dark" } },
  { name: "forced colours, 412 px", width: 412, features: { "forced-colors": "active" } },
  { name: "light, 320 px", width: 320, features: { "prefers-color-scheme": "light" } },
];

async function emulated(browser, way) {
  const tab = await browser.newPage();
  const features = Object.entries(way.features).map(([name, value]) => ({ name, value }));
  // Not page.emulateMediaFeatures: it knows nothing of forced colours.
  await (await tab.createCDPSession()).send("Emulation.setEmulatedMedia", { features });
  return tab;
}

function framed(tab, selector) {
  return tab.evaluate((path) => document.querySelector(path)?.closest(".frame") !== null, selector);
}

async function judged(browser, way) {
  const tab = await emulated(browser, way);
  const viewport = { width: way.width, height: 900 };
  const found = [];
  for (const page of pages) {
    const { issues } = await pa11y(`file://${encodeURI(page)}`, {
      browser, page: tab, viewport, standard: "WCAG2AA", runners: ["axe", "htmlcs"], includeWarnings: false, timeout: 60000,
    });
    for (const { runner, code, message, selector, runnerExtras } of issues) {
      // axe cannot see the contrast of what is scrolled out of a frame and leaves it to people; HTML_CodeSniffer judges it.
      if (runnerExtras?.needsFurtherReview && (await framed(tab, selector))) continue;
      found.push({ page, way: way.name, runner, code, message, selector });
    }
  }
  return found;
}

const browser = await puppeteer.launch({ executablePath, args, headless: true });
try {
  const verdicts = await Promise.all(ways.map((way) => judged(browser, way)));
  process.stdout.write(JSON.stringify(verdicts.flat()));
} finally {
  await browser.close();
}
