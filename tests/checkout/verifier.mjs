// A verifier written from docs/checkout-contract.md alone, with nothing but Node itself.
// node verifier.mjs vectors.json: says every vector that comes out otherwise, and exits 1.
import { createPublicKey, verify } from "node:crypto";
import { readFileSync } from "node:fs";

class Refused extends Error {}
const refuse = (code) => { throw new Refused(code); };

// Section 2: canonical JSON and base64url
const canonical = (value) => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const pairs = Object.keys(value).sort().map((k) => `${JSON.stringify(k)}:${canonical(value[k])}`);
  return `{${pairs.join(",")}}`;
};
const decoded = (text) => {
  if (!/^[A-Za-z0-9_-]+$/.test(text) || text.endsWith("\n")) refuse("encoding");
  const data = Buffer.from(text, "base64url");
  if (data.toString("base64url") !== text) refuse("encoding");
  return data;
};
const object = (data, code) => {
  let found;
  try {
    found = JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(data));
  } catch { refuse(code); }
  if (found === null || typeof found !== "object" || Array.isArray(found)) refuse(code);
  if (!Buffer.from(canonical(found)).equals(data)) refuse(code);
  return found;
};

// Section 3: the claims and their values
const text = (pattern) => (v) => typeof v === "string" && new RegExp(`^(?:${pattern})$`).test(v);
const oneOf = (...values) => (v) => typeof v === "string" && values.includes(v);
const whole = (least, most) => (v) => Number.isSafeInteger(v) && v >= least && v <= most;
const few = whole(1, 999);
const pair = (v) => Array.isArray(v) && v.length === 2 && v.every(few) && v[0] <= v[1];
const host = text("[a-z0-9][a-z0-9.-]{0,62}(:[0-9]{1,5})?");
const sku = text("[0-9A-Za-zА-Яа-яЁё][0-9A-Za-zА-Яа-яЁё._/-]{0,31}");
const sign = "(?:[A-Za-z0-9_~-]|%[0-9A-F]{2})";
const path = text(`/|(?:/${sign}(?:${sign}|\\.)*)+/?`);
const lang = text("[a-z]{2,3}");
const currency = oneOf("RUB", "CNY", "USD", "EUR", "BYN", "KZT");
const moment = whole(1, 9999999999);
const LINK = {
  iss: host, aud: host, s: sku, n: pair, p: whole(1, 99999999999), c: currency,
  v: text("[A-Za-z0-9_-]{8}"), u: path, l: lang, iat: moment, exp: moment,
};
const reasons = ["funds", "limit", "declined", "card", "confirmation", "bank", "timeout", "other"];
const MOST_TOTAL = 99899999999001;
const ANSWER = {
  iss: host, aud: host, o: text("[0-9A-Za-z][0-9A-Za-z-]{0,31}"), r: oneOf("", ...reasons),
  p: whole(1, MOST_TOTAL), c: currency, iat: moment,
};
const item = (v) => Array.isArray(v) && v.length === 2 && sku(v[0]) && few(v[1]);
const goods = (v) => Array.isArray(v) && v.length >= 1 && v.length <= 20 && v.every(item)
  && new Set(v.map(([name]) => name)).size === v.length;
const ONE = { s: sku, n: few };
const CART = { g: goods };
const RETURN = {
  ...ANSWER, st: oneOf("success", "failure", "cancelled", "expired", "paid"),
  u: path, l: lang, exp: moment,
};
const name = text("[0-9A-Za-z_-]{16,64}");
const NOTICE = {
  ...ANSWER, id: name, q: whole(1, 2147483647), k: name,
  st: oneOf("created", "paid", "failed", "cancelled", "refunded"),
};
const fit = (claims, rules) => {
  const names = Object.keys(claims);
  if (names.length !== Object.keys(rules).length) refuse("claims");
  for (const each of names) if (!Object.hasOwn(rules, each) || !rules[each](claims[each])) refuse("claims");
};

// Section 4: the steps, in their order
const opened = (token, keys, most) => {
  const parts = token.split(".");
  if ([...token].length > most || parts.length !== 3) refuse("malformed");
  const [header, payload, signature] = parts.map(decoded);
  const head = object(header, "header");
  if (head.alg !== "EdDSA") refuse("algorithm");
  if (Object.keys(head).length !== 2 || typeof head.kid !== "string") refuse("header");
  const jwk = keys.keys.find((key) => key.kid === head.kid && key.crv === "Ed25519");
  if (!jwk) refuse("unknown-key");
  const key = createPublicKey({ key: jwk, format: "jwk" });
  if (!verify(null, Buffer.from(`${parts[0]}.${parts[1]}`), key, signature)) refuse("signature");
  return object(payload, "claims");
};
const inTime = (claims, now, grace) => {
  if (now < claims.iat) refuse("not-yet");
  if (now >= claims.exp + grace) refuse("expired");
  return now >= claims.exp ? "late" : "ok";
};
const linked = (v, token, keys) => {
  const claims = opened(token, keys, 500);
  fit(claims, LINK);
  if (claims.exp <= claims.iat || claims.exp > claims.iat + 185 * 86400) refuse("claims");
  if (claims.aud !== v.audience) refuse("audience");
  return { ...claims, state: inTime(claims, v.now, v.grace) };
};
const link = (v, token, keys) => linked(v, token, keys).state;
const answer = (v, token, keys) => {
  const claims = opened(token, keys, 4096);
  const bought = Object.hasOwn(claims, "g") ? CART : ONE;
  fit(claims, { ...(v.kind === "return" ? RETURN : NOTICE), ...bought });
  if (["failure", "failed"].includes(claims.st) !== (claims.r !== "")) refuse("claims");
  if (v.kind === "return" && (claims.exp <= claims.iat || claims.exp > claims.iat + 86400)) refuse("claims");
  if (claims.iss !== v.service || claims.aud !== v.site) refuse("audience");
  return v.kind === "return" ? inTime(claims, v.now, 0) : "ok";
};

// Section 9: carts
const values = (form, name) => form.filter(([each]) => each === name).map(([, value]) => value);
const cart = (v, keys) => {
  const tokens = values(v.form, "t"), quantities = values(v.form, "q");
  if (tokens.length < 1 || tokens.length > 20 || tokens.length !== quantities.length) refuse("items");
  if (!quantities.every(text("[1-9][0-9]{0,2}"))) refuse("quantity");
  const items = tokens.map((token, i) => ({ ...linked(v, token, keys), q: Number(quantities[i]) }));
  const same = (name) => items.every((each) => each[name] === items[0][name]);
  if (!same("iss") || !same("c")) refuse("mixed");
  if (new Set(items.map((each) => each.s)).size !== items.length) refuse("doubled");
  if (!items.every(({ q, n }) => q >= n[0] && q <= n[1])) refuse("quantity");
  const total = items.reduce((sum, { p, q }) => sum + p * q, 0);
  if (total > MOST_TOTAL) refuse("total");
  const found = canonical([total, items.map(({ s, q }) => [s, q])]);
  if (found !== canonical([v.total, v.goods])) return found;
  return items.some(({ state }) => state === "late") ? "late" : "ok";
};

// Section 10: the vectors
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const next = (c) => (c === "." ? "A" : ALPHABET[(ALPHABET.indexOf(c) + 1) % 64]);
const ALTER = {
  replace: (t, i) => t.slice(0, i) + next(t[i]) + t.slice(i + 1),
  insert: (t, i) => t.slice(0, i) + next(t[i]) + t.slice(i),
  delete: (t, i) => t.slice(0, i) + t.slice(i + 1),
  cut: (t, i) => t.slice(0, i),
};
const file = JSON.parse(readFileSync(process.argv[2], "utf8"));
const outcome = (v, token) => {
  try {
    if (v.kind === "cart") return cart(v, file.site_keys);
    return v.kind === "link" ? link(v, token, file.site_keys) : answer(v, token, file.service_keys);
  } catch (error) {
    if (error instanceof Refused) return error.message;
    throw error;
  }
};
let wrong = 0, tried = 0;
const tell = (v, got) => { wrong += 1; console.log(`${v.name}: expected ${v.expect}, got ${got}`); };
for (const v of file.vectors) {
  const tokens = v.alter ? [...v.token].map((_, i) => ALTER[v.alter](v.token, i)) : [v.token];
  for (const token of tokens) {
    const got = outcome(v, token);
    tried += 1;
    const good = v.alter ? got !== "ok" && got !== "late" : got === v.expect;
    if (!good) tell(v, got);
  }
}
console.log(`${file.vectors.length} vectors, ${tried} tokens, ${wrong} wrong`);
process.exit(wrong ? 1 : 0);
