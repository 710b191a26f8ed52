import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Shortcuts } from '../src/elements/sk-shortcuts';
import { find, press, show } from './page';

const page = `<a id="new" href="#new" data-key="n">Register</a><a id="routes" href="#routes" data-key="g r">Routes</a>
  <input id="search" data-key="/" /><button id="approve" data-key-focus="a">Approve</button>
  <form><textarea id="reason"></textarea><button id="send" type="button" data-main-action>Send</button></form>
  <a id="one" data-row-link href="#1">1</a><a id="two" data-row-link href="#2">2</a>
  <sk-shortcuts><dialog><input type="checkbox" /></dialog></sk-shortcuts>`;

const clicks = (selector: string): (() => number) => {
  let count = 0;
  find(selector).addEventListener('click', () => count++);
  return () => count;
};

beforeAll(() => {
  customElements.define('sk-shortcuts', Shortcuts);
});

beforeEach(() => {
  localStorage.clear();
  show(page, 'sk-shortcuts');
});

describe('sk-shortcuts', () => {
  it('follows the link of a key, and of two keys', () => {
    const registered = clicks('#new');
    const routes = clicks('#routes');
    press(document.body, 'n');
    press(document.body, 'g');
    press(document.body, 'r');

    expect([registered(), routes()]).toEqual([1, 1]);
  });

  it('focuses a field, and only focuses a decision', () => {
    const approved = clicks('#approve');
    press(document.body, '/');
    expect(document.activeElement?.id).toBe('search');

    find('#search').blur();
    press(document.body, 'a');
    expect(document.activeElement?.id).toBe('approve');
    expect(approved()).toBe(0);
  });

  it('leaves single keys to a field that has the focus', () => {
    const registered = clicks('#new');
    press(find('#reason'), 'n');

    expect(registered()).toBe(0);
  });

  it('presses the main action by Ctrl and Enter, also in a field', () => {
    const sent = clicks('#send');
    press(find('#reason'), 'Enter', { ctrlKey: true });

    expect(sent()).toBe(1);
  });

  it('walks over rows', () => {
    press(document.body, 'j');
    press(find('#one'), 'j');
    expect(document.activeElement?.id).toBe('two');

    press(find('#two'), 'k');
    expect(document.activeElement?.id).toBe('one');
  });

  it('follows the links of j and k where there are no rows', () => {
    show(
      '<a id="next" href="#next" data-key="j">Next</a><sk-shortcuts><dialog></dialog></sk-shortcuts>',
      'a',
    );
    const followed = clicks('#next');
    press(document.body, 'j');

    expect(followed()).toBe(1);
  });

  it('rests when single keys are switched off, and remembers that', () => {
    const box = find<HTMLInputElement>('input[type="checkbox"]');
    expect(box.checked).toBe(true);
    box.checked = false;
    box.dispatchEvent(new Event('change'));
    const registered = clicks('#new');
    press(document.body, 'n');

    expect(registered()).toBe(0);
    show(page, 'sk-shortcuts');
    expect(find<HTMLInputElement>('input[type="checkbox"]').checked).toBe(false);
  });
});
