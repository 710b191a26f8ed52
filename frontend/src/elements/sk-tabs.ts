import { ControlledElement } from '../lib/controlled-element';

/**
 * Tabs over panels that are already on the page. Without script each tab is a link and the server shows its panel.
 * Arrow keys, Home and End move; only the selected tab is in the tab order. Sends `sk:tab` with the tab's id.
 */
export class Tabs extends ControlledElement {
  protected override connected(): void {
    this.addEventListener(
      'click',
      (event) => {
        this.clicked(event);
      },
      { signal: this.signal },
    );
    this.addEventListener(
      'keydown',
      (event) => {
        this.pressed(event);
      },
      { signal: this.signal },
    );
  }

  private get tabs(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('[role="tab"]')];
  }

  private clicked(event: MouseEvent): void {
    const tab = (event.target as Element).closest<HTMLElement>('[role="tab"]');
    if (tab && !event.ctrlKey && !event.metaKey && !event.shiftKey && this.panel(tab)) {
      event.preventDefault();
      this.select(tab);
    }
  }

  private pressed(event: KeyboardEvent): void {
    const tabs = this.tabs;
    const at = tabs.indexOf(event.target as HTMLElement);
    const to = at < 0 ? undefined : tabs.at(target(event.key, at, tabs.length) ?? at);
    if (!to || to === tabs[at]) {
      return;
    }
    event.preventDefault();
    to.focus();
    if (this.panel(to)) {
      this.select(to);
    }
  }

  private select(tab: HTMLElement): void {
    for (const other of this.tabs) {
      const selected = other === tab;
      other.setAttribute('aria-selected', String(selected));
      other.tabIndex = selected ? 0 : -1;
      this.panel(other)?.toggleAttribute('hidden', !selected);
    }
    this.dispatchEvent(new CustomEvent('sk:tab', { bubbles: true, detail: { id: tab.id } }));
  }

  private panel(tab: HTMLElement): HTMLElement | null {
    const id = tab.getAttribute('aria-controls');
    return id ? document.getElementById(id) : null;
  }
}

function target(key: string, at: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowRight':
      return (at + 1) % count;
    case 'ArrowLeft':
      return at - 1;
    case 'Home':
      return 0;
    case 'End':
      return -1;
    default:
      return undefined;
  }
}
