import { beforeAll, describe, expect, it } from 'vitest';
import { Tabs } from '../src/elements/sk-tabs';
import { find, press, show } from './page';

const page = `<sk-tabs><div role="tablist">
  <a role="tab" id="form" href="?tab=form" aria-controls="form-panel" aria-selected="true">Form</a>
  <a role="tab" id="yaml" href="?tab=yaml" aria-controls="yaml-panel" aria-selected="false" tabindex="-1">YAML</a>
  </div></sk-tabs><div id="form-panel">form</div><div id="yaml-panel" hidden>yaml</div>`;

beforeAll(() => {
  customElements.define('sk-tabs', Tabs);
});

describe('sk-tabs', () => {
  it('shows the panel of the tab that is clicked and hides the other', () => {
    show(page, '#yaml').click();

    expect(find('#yaml-panel').hidden).toBe(false);
    expect(find('#form-panel').hidden).toBe(true);
    expect(find('#yaml').getAttribute('aria-selected')).toBe('true');
  });

  it('moves by arrow keys, round the end, with one tab in the tab order', () => {
    const form = show(page, '#form');
    press(form, 'ArrowLeft');

    expect(document.activeElement?.id).toBe('yaml');
    expect([find('#form').tabIndex, find('#yaml').tabIndex]).toEqual([-1, 0]);

    press(find('#yaml'), 'Home');
    expect(document.activeElement?.id).toBe('form');
  });

  it('says which tab is shown', () => {
    const yaml = show(page, '#yaml');
    const shown: string[] = [];
    document.body.addEventListener(
      'sk:tab',
      (event) => shown.push((event as CustomEvent<{ id: string }>).detail.id),
      {
        once: true,
      },
    );
    yaml.click();

    expect(shown).toEqual(['yaml']);
  });

  it('leaves a click with the control key to the browser', () => {
    const yaml = show(page, '#yaml');
    const click = new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey: true });
    yaml.dispatchEvent(click);

    expect(click.defaultPrevented).toBe(false);
    expect(find('#yaml-panel').hidden).toBe(true);
  });
});
