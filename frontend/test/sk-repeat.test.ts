import { beforeAll, describe, expect, it } from 'vitest';
import { Repeat } from '../src/elements/sk-repeat';
import { find, show } from './page';

const row = (at: number | string): string =>
  `<div data-row><label for="hosts-${at}">Host</label><input id="hosts-${at}" name="hosts[${at}]" />
   <button name="remove" value="hosts[${at}]">Remove</button></div>`;

const list = (rows: number): string =>
  `<form><sk-repeat data-name="hosts"><div data-rows>${Array.from({ length: rows }, (_, at) => row(at)).join('')}</div>
   <button name="add" value="hosts">Add</button><template>${row('__index__')}</template></sk-repeat></form>`;

const names = (): string[] => [...document.querySelectorAll('input')].map((input) => input.name);

beforeAll(() => {
  customElements.define('sk-repeat', Repeat);
});

describe('sk-repeat', () => {
  it('adds a row with the next number and focuses it', () => {
    show(list(1), 'button[name="add"]').click();

    expect(names()).toEqual(['hosts[0]', 'hosts[1]']);
    expect(document.activeElement?.id).toBe('hosts-1');
  });

  it('renumbers what follows a removed row and keeps what was typed', () => {
    show(list(3), 'form');
    find<HTMLInputElement>('#hosts-2').value = 'shop.example.com';
    find('button[value="hosts[1]"]').click();

    expect(names()).toEqual(['hosts[0]', 'hosts[1]']);
    expect(find<HTMLInputElement>('#hosts-1').value).toBe('shop.example.com');
    expect(find('label:last-of-type').getAttribute('for')).toBe('hosts-0');
    expect(find('button[name="remove"][value="hosts[1]"]')).toBeTruthy();
  });

  it('tells the form that it has changed, and does not post it', () => {
    const form = show<HTMLFormElement>(list(1), 'form');
    let changes = 0;
    let posts = 0;
    form.addEventListener('change', () => changes++);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      posts++;
    });
    find('button[name="add"]').click();

    expect([changes, posts]).toEqual([1, 0]);
  });

  it('leaves the rows of a list inside it alone', () => {
    show(
      `<sk-repeat data-name="matches"><div data-rows><div data-row><input name="matches[0].path" />
       <button name="remove" value="matches[0]">x</button><sk-repeat data-name="matches[0].headers" data-index="__header__">
       <div data-rows></div><button id="inner" name="add" value="matches[0].headers">Add</button>
       <template><div data-row><input name="matches[0].headers[__header__]" /></div></template></sk-repeat>
       </div></div></sk-repeat>`,
      '#inner',
    ).click();

    expect(names()).toEqual(['matches[0].path', 'matches[0].headers[0]']);
  });
});
