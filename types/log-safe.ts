import type { Brand } from "./brand.js";
import { invisible } from "./delimited-block.js";
import { isUntrusted, readHeld, type UntrustedText } from "./untrusted-text.js";

/** Text that a redactor has seen. One line, no control characters. */
export type LogSafe = Brand<string, "LogSafe">;

/** One kind of secret or personal data, by the form that it has. */
export interface RedactionRule {
  /** Stands in the text for what was found, in square brackets. */
  readonly name: string;
  /** Needs the `g` flag. */
  readonly pattern: RegExp;
  /** Says of a match whether it is one. */
  readonly confirm?: (match: string) => boolean;
}

/** Secrets and personal data that have a form. Names and free-form addresses have none: give the redactor a detector for those. */
export const commonRedactions: readonly RedactionRule[] = [
  { name: "private key", pattern: /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g },
  { name: "token", pattern: /\beyJ[\w-]{5,}\.[\w-]{5,}\.[\w-]*/g },
  { name: "token", pattern: /\b(?:Bearer|Basic)\s+[\w.~+/=-]{8,}/gi },
  { name: "key", pattern: /\b(?:sk|pk|rk|ghp|gho|ghs|github_pat|glpat|xox[abprs]|AKIA|ASIA|AIza)[-_]?[\w-]{12,}/g },
  { name: "credentials", pattern: /(?<=\b[a-z][\w+.-]{0,30}:\/\/)[^\s/@:]{1,200}:[^\s/@]{1,200}(?=@)/gi },
  { name: "secret", pattern: /(?<=(?:password|passwd|passphrase|pwd|secret|token|api[_-]?key)\\{0,3}["']?\s{0,5}[=:]\s{0,5}\\{0,3}["']?)[^\s"',;&\\]{3,}/gi },
  { name: "email", pattern: /[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/g },
  { name: "iban", pattern: /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\b/g },
  { name: "card", pattern: /\b\d(?:[ -]?\d){12,18}\b/g, confirm: hasLuhnChecksum },
  { name: "phone", pattern: /(?<![\w.])\+\d{1,3}(?:[ ().-]{0,2}\d){6,12}\b/g },
];

const secretName = /passw|passphrase|pwd|secret|token|api[_-]?key|private[_-]?key|authorization|cookie|credential/i;

/** What a redactor looks for. */
export interface RedactorOptions {
  /** `commonRedactions` unless told. */
  rules?: readonly RedactionRule[];
  /** A detector of the team's own, run before the rules: takes text without invisible characters, returns it without what it found. */
  detect?: (text: string) => string;
  /** UTF-16 units kept of one text. 2,000 unless told. */
  maxChars?: number;
}

/** Takes out of texts what a log must not hold. */
export interface Redactor {
  /** Takes out what the rules find, control characters and line breaks, and mints. Untrusted text may come in. */
  redact: (text: string | UntrustedText) => LogSafe;
  /**
   * The same as a template tag: the literal parts stay, every value is redacted.
   *
   * @throws {TypeError} if called as a plain function.
   */
  line: (strings: TemplateStringsArray, ...values: readonly (string | number | boolean | UntrustedText)[]) => LogSafe;
  /**
   * Every text and number at any depth, keys included, for a tracer's `hideInputs` and `hideOutputs`. Texts under a key that names a
   * secret become "[secret]", bytes "[bytes]", cycles "[cycle]".
   */
  redactRecord: (record: Record<string, unknown>) => Record<string, unknown>;
}

/**
 * Builds a redactor.
 *
 * @throws {TypeError} if a pattern lacks the `g` flag: it would stop after the first match.
 */
export function redactor(options: RedactorOptions = {}): Redactor {
  const { rules = commonRedactions, detect = (text: string) => text, maxChars = 2_000 } = options;
  const local = rules.find(({ pattern }) => !pattern.global);
  if (local) throw new TypeError(`the pattern of redaction "${local.name}" needs the g flag`);
  const redact = (text: string | UntrustedText): LogSafe => {
    const raw = isUntrusted(text) ? readHeld(text).text : text;
    // First what cannot be seen: it would part what the rules look for, and then be gone.
    const visible = raw.replace(/\r\n?|[\u2028\u2029]/g, "\n").replaceAll("\t", " ").replace(invisible, "");
    const redacted = rules.reduce<string>(
      (left, { name, pattern, confirm }) => left.replace(pattern, (match: string) => (confirm?.(match) === false ? match : `[${name}]`)),
      detect(visible),
    );
    const line = redacted.replace(/[\n\r\u2028\u2029]+/g, " ⏎ ").replace(invisible, "");
    return (line.length > maxChars ? `${line.slice(0, maxChars)}…` : line) as LogSafe;
  };
  return {
    redact,
    line(strings, ...values) {
      if (!Array.isArray(strings.raw) || !Object.isFrozen(strings)) throw new TypeError("line is a template tag");
      const texts = values.map((value) => redact(typeof value === "symbol" ? value : String(value)));
      return strings.reduce((whole, literal, index) => whole + (texts[index - 1] ?? "") + literal) as LogSafe;
    },
    redactRecord: (record) => redactDeep(record, redact, []) as Record<string, unknown>,
  };
}

function redactDeep(value: unknown, redact: Redactor["redact"], parents: readonly object[]): unknown {
  if (typeof value === "string" || isUntrusted(value)) return redact(value);
  if (typeof value === "number" || typeof value === "bigint") {
    const text = redact(String(value));
    return text === String(value) ? value : text;
  }
  if (typeof value !== "object" || value === null || value instanceof Date) return value;
  if (ArrayBuffer.isView(value)) return "[bytes]";
  if (parents.includes(value)) return "[cycle]";
  const within = [...parents, value];
  if (Array.isArray(value)) return value.map((item) => redactDeep(item, redact, within));
  if (value instanceof Map || value instanceof Set) return Array.from(value, (item) => redactDeep(item, redact, within));
  return Object.fromEntries(Object.entries(value).map(([key, item]: [string, unknown]) => {
    const isSecret = secretName.test(key) && item !== "" && (typeof item === "string" || isUntrusted(item));
    return [redact(key), isSecret ? "[secret]" : redactDeep(item, redact, within)];
  }));
}

/** The methods of a logger that take a line: pino, winston, console. */
export interface LineLogger {
  debug(line: string, ...rest: unknown[]): unknown;
  info(line: string, ...rest: unknown[]): unknown;
  warn(line: string, ...rest: unknown[]): unknown;
  error(line: string, ...rest: unknown[]): unknown;
}

/** A logger that takes redacted lines only. */
export type SafeLogger = { readonly [Level in keyof LineLogger]: (line: LogSafe) => void };

/** Narrows a logger to lines that a redactor made. Further arguments, which nobody has redacted, do not pass. */
export function safeLogger(logger: LineLogger): SafeLogger {
  return {
    debug: (line) => void logger.debug(line),
    info: (line) => void logger.info(line),
    warn: (line) => void logger.warn(line),
    error: (line) => void logger.error(line),
  };
}

function hasLuhnChecksum(digits: string): boolean {
  const sum = Array.from(digits.replace(/\D/g, "")).reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
