import { ControlledElement } from '../lib/controlled-element';

const OFF = 'sekisho-single-keys-off';

/**
 * Keyboard shortcuts of the whole page. A link or button with `data-key="n"` (or `"g r"`) is followed, a field is
 * focused; `data-key-focus` only focuses, also buttons. `j` and `k` walk over `[data-row-link]` where
 * there are any, Ctrl or Command with Enter presses `[data-main-action]`, `?` opens the list in the `<dialog>` inside. Single keys rest while a
 * field has focus and can be switched off in that dialog.
 */
export class Shortcuts extends ControlledElement {
  private begun = '';

  protected override connected(): void {
    document.addEventListener(
      'keydown',
      (event) => {
        this.pressed(event);
      },
      { signal: this.signal },
    );
    document.addEventListener(
      'click',
      (event) => {
        this.opened(event);
      },
      { signal: this.signal },
    );
    const box = this.querySelector<HTMLInputElement>('input[type="checkbox"]');
    if (box) {
      box.checked = localStorage.getItem(OFF) === null;
      box.addEventListener(
        'change',
        () => {
          keep(box.checked);
        },
        { signal: this.signal },
      );
    }
  }

  private opened(event: MouseEvent): void {
    if ((event.target as Element).closest('[data-open-shortcuts]')) {
      this.querySelector('dialog')?.showModal();
    }
  }

  private pressed(event: KeyboardEvent): void {
    if ((event.ctrlKey || event.metaKey) && event.key === 'Enter') {
      mainAction(event.target as Element)?.click();
    } else if (!event.ctrlKey && !event.metaKey && !event.altKey && this.singleKeys(event)) {
      this.single(event);
    }
  }

  private singleKeys(event: KeyboardEvent): boolean {
    const target = event.composedPath()[0] as Element;
    const typing = target.closest(
      'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable="true"]',
    );
    return !typing && !document.querySelector('dialog[open]') && localStorage.getItem(OFF) === null;
  }

  private single(event: KeyboardEvent): void {
    const key = this.begun + event.key;
    this.begun = event.key === 'g' && this.begun === '' ? 'g ' : '';
    if ((key === 'j' || key === 'k') && walk(key === 'j' ? 1 : -1)) {
      event.preventDefault();
      return;
    }
    if (key === '?') {
      this.querySelector('dialog')?.showModal();
    } else if (!activate(key)) {
      return;
    }
    event.preventDefault();
  }
}

function mainAction(from: Element): HTMLElement | null {
  const form = from.closest('form');
  return (
    form?.querySelector<HTMLElement>('[data-main-action]') ?? document.querySelector('[data-main-action]')
  );
}

function activate(key: string): boolean {
  const name = CSS.escape(key);
  const target = document.querySelector<HTMLElement>(`[data-key="${name}"], [data-key-focus="${name}"]`);
  if (target?.matches('input, select, textarea, [data-key-focus]')) {
    target.focus();
  } else {
    target?.click();
  }
  return target !== null;
}

function walk(step: number): boolean {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-row-link]')];
  const at = rows.findIndex((row) => row === document.activeElement);
  rows[Math.max(0, Math.min(rows.length - 1, at + step))]?.focus();
  return rows.length > 0;
}

function keep(on: boolean): void {
  if (on) {
    localStorage.removeItem(OFF);
  } else {
    localStorage.setItem(OFF, 'true');
  }
}
