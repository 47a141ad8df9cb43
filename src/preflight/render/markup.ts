/** Text that is HTML already. Only `html` makes it, so whatever else reaches a page has been escaped. */
export class Markup {
  private constructor(private readonly text: string) {}

  static trusted(text: string): Markup {
    return new Markup(text);
  }

  toString(): string {
    return this.text;
  }
}

export type Content = Markup | string | number | null | undefined | false | readonly Content[];

/** Escapes everything between the literal parts, except what `html` itself has made. */
export function html(literals: TemplateStringsArray, ...contents: readonly Content[]): Markup {
  return Markup.trusted(literals.reduce((text, literal, index) => text + rendered(contents[index - 1]) + literal));
}

function rendered(content: Content): string {
  if (content === null || content === undefined || content === false) return "";
  if (content instanceof Markup) return content.toString();
  if (typeof content === "object") return content.map(rendered).join("");
  return escaped(shown(String(content)));
}

/** Code that the message quotes with backticks is set as code. */
export function prose(text: string): Markup {
  return html`${text.split(/`([^`]+)`/u).map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part))}`;
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/gu, (character) => ENTITIES[character] ?? character);
}

/** What would reorder the text around it, break it or not show at all is written out, so that a name looks like what it is. */
export function shown(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu, (character) =>
    /[\n\r\t]/u.test(character) ? " " : `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`,
  );
}
