import { ControlledElement } from '../lib/controlled-element';
import { clock } from './sk-time';

interface Saved {
  time: number;
  fields: [string, string][];
}

const LARGEST = 1_000_000;

/**
 * Keeps what is typed into the form with the id `data-form` in the browser, under `data-key`, so that it survives an
 * ended session or a closed tab. A draft that differs from what the page shows is offered (`data-found`,
 * `data-restore`, `data-discard`); `data-saved` says when it was kept. `data-forget` only drops what was kept.
 */
export class DraftSaver extends ControlledElement {
  private waiting: ReturnType<typeof setTimeout> | undefined;

  protected override connected(): void {
    if (this.dataset['forget'] !== undefined) {
      localStorage.removeItem(this.key);
      return;
    }
    const saved = this.saved();
    if (saved && this.form && JSON.stringify(saved.fields) !== JSON.stringify(fields(this.form))) {
      this.offer(saved);
    }
    const later = (): void => {
      clearTimeout(this.waiting);
      this.waiting = setTimeout(() => {
        this.save();
      }, 600);
    };
    this.form?.addEventListener('input', later, { signal: this.signal });
    this.form?.addEventListener('change', later, { signal: this.signal });
  }

  private get form(): HTMLFormElement | null {
    return document.querySelector<HTMLFormElement>(`form#${this.dataset['form'] ?? ''}`);
  }

  private get key(): string {
    return `sekisho-draft ${this.dataset['key'] ?? ''}`;
  }

  private saved(): Saved | undefined {
    try {
      return (JSON.parse(localStorage.getItem(this.key) ?? 'null') as Saved | null) ?? undefined;
    } catch {
      return undefined;
    }
  }

  private save(): void {
    const text = this.form && JSON.stringify({ time: Date.now(), fields: fields(this.form) });
    if (text && text.length < LARGEST) {
      localStorage.setItem(this.key, text);
      this.textContent = (this.dataset['saved'] ?? '').replace('{time}', clock(new Date()));
    }
  }

  private offer(saved: Saved): void {
    const found = (this.dataset['found'] ?? '').replace('{time}', clock(new Date(saved.time)));
    this.replaceChildren(
      `${found} `,
      this.button('restore', () => {
        this.restore(saved);
      }),
      ' ',
      this.button('discard', () => {
        localStorage.removeItem(this.key);
        this.replaceChildren();
      }),
    );
  }

  private button(name: string, pressed: () => void): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'btn btn-sm';
    button.textContent = this.dataset[name] ?? '';
    button.addEventListener('click', pressed);
    return button;
  }

  // The server makes the rows, as it does without script.
  private restore(saved: Saved): void {
    const form = document.createElement('form');
    form.method = 'post';
    form.action = this.form?.action ?? '';
    const token = this.form?.querySelector<HTMLInputElement>('input[name="_csrf"]')?.value;
    for (const [name, value] of token ? [...saved.fields, ['_csrf', token] as const] : saved.fields) {
      const field = document.createElement('textarea');
      field.name = name;
      field.value = value;
      field.hidden = true;
      form.append(field);
    }
    document.body.append(form);
    form.submit();
  }
}

function fields(form: HTMLFormElement): [string, string][] {
  return [...new FormData(form)].flatMap(([name, value]) =>
    name === '_csrf' || typeof value !== 'string' ? [] : [[name, value] as [string, string]],
  );
}
