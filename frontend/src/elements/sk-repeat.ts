import { ControlledElement } from '../lib/controlled-element';

/**
 * Rows of a form that can be added and removed (`data-name="hosts"`). Without script its buttons post the form
 * (`name="add" value="hosts"`, `name="remove" value="hosts[1]"`) and the server renders the rows. With script rows
 * come from the `<template>` inside, in which `__index__` stands for the row's number (`data-index` names another
 * placeholder, for a list inside a list), and are renumbered from `data-first` (0): `hosts[2]` in names, `hosts-2`
 * in ids.
 */
export class Repeat extends ControlledElement {
  protected override connected(): void {
    this.addEventListener(
      'click',
      (event) => {
        this.clicked(event);
      },
      { signal: this.signal },
    );
  }

  private clicked(event: MouseEvent): void {
    const button = (event.target as Element).closest<HTMLButtonElement>(
      'button[name="add"], button[name="remove"]',
    );
    if (!button || !this.owns(button)) {
      return;
    }
    event.preventDefault();
    if (button.name === 'add') {
      this.addRow();
    } else {
      this.removeRow(button);
    }
    this.dispatchEvent(new Event('change', { bubbles: true }));
  }

  private owns(element: Element): boolean {
    return element.closest<HTMLElement>('sk-repeat') === (this as HTMLElement);
  }

  private get first(): number {
    return Number(this.dataset['first'] ?? 0);
  }

  private get rows(): Element[] {
    return [...this.querySelectorAll('[data-row]')].filter((row) => this.owns(row));
  }

  private addRow(): void {
    const template = [...this.querySelectorAll('template')].find((each) => this.owns(each));
    const row = template?.content.firstElementChild?.cloneNode(true) as Element | undefined;
    if (!template || !row) {
      return;
    }
    const placeholder = this.dataset['index'] ?? '__index__';
    rewrite(row, (value) => value.replaceAll(placeholder, String(this.first + this.rows.length)));
    (this.querySelector('[data-rows]') ?? this).append(row);
    row.querySelector<HTMLElement>('input, select, textarea')?.focus();
  }

  private removeRow(button: HTMLButtonElement): void {
    const rows = this.rows;
    const at = rows.findIndex((row) => row.contains(button));
    const next = rows[at + 1] ?? rows[at - 1];
    rows[at]?.remove();
    this.renumber();
    const focus = next?.querySelector<HTMLElement>('input, select, textarea');
    (focus ?? this.querySelector<HTMLElement>('button[name="add"]'))?.focus();
  }

  private renumber(): void {
    const name = this.dataset['name'] ?? '';
    this.rows.forEach((row, index) => {
      const at = this.first + index;
      rewrite(row, (value) =>
        value
          .replace(startOf(name, '\\[\\d+\\]'), `$1${name}[${at}]`)
          .replaceAll(
            startOf(name.replaceAll(/[[\].]+/g, '-'), '-\\d+(?!\\d)'),
            `$1${name.replaceAll(/[[\].]+/g, '-')}-${at}`,
          ),
      );
    });
  }
}

const ATTRIBUTES = [
  'id',
  'name',
  'for',
  'value',
  'aria-describedby',
  'aria-labelledby',
  'data-name',
  'data-for',
];

function rewrite(root: Element, change: (value: string) => string): void {
  for (const element of [root, ...root.querySelectorAll('*')]) {
    for (const attribute of ATTRIBUTES) {
      const value = element.getAttribute(attribute);
      if (value !== null && !(attribute === 'value' && element.tagName !== 'BUTTON')) {
        element.setAttribute(attribute, change(value));
      }
    }
    if (element instanceof HTMLTemplateElement) {
      for (const inner of element.content.children) {
        rewrite(inner, change);
      }
    }
  }
}

function startOf(name: string, rest: string): RegExp {
  return new RegExp(`(^|\\s)${name.replaceAll(/[.[\]]/g, '\\$&')}${rest}`, 'g');
}
