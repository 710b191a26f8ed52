import { announce } from '../lib/announce';
import { ControlledElement } from '../lib/controlled-element';

const THEMES = ['system', 'light', 'dark'] as const;
type ThemeName = (typeof THEMES)[number];

/**
 * Steps through system, light and dark. The choice is kept in a cookie, so that the server renders the next page
 * in it. Its labels are `data-system`, `data-light` and `data-dark`.
 */
export class Theme extends ControlledElement {
  protected override connected(): void {
    this.label();
    this.addEventListener(
      'click',
      () => {
        this.choose(THEMES[(THEMES.indexOf(this.current) + 1) % THEMES.length] ?? 'system');
      },
      { signal: this.signal },
    );
  }

  private get current(): ThemeName {
    const theme = document.documentElement.dataset['bsTheme'];
    return THEMES.find((name) => name === theme) ?? 'system';
  }

  private choose(theme: ThemeName): void {
    if (theme === 'system') {
      delete document.documentElement.dataset['bsTheme'];
    } else {
      document.documentElement.dataset['bsTheme'] = theme;
    }
    const path = this.dataset['path'] ?? '/';
    document.cookie = `sekisho-theme=${theme}; path=${path}; max-age=31536000; samesite=lax`;
    announce(this.label());
  }

  private label(): string {
    const label = this.dataset[this.current] ?? '';
    this.querySelector('button')?.setAttribute('aria-label', label);
    this.querySelector('button')?.setAttribute('title', label);
    return label;
  }
}
