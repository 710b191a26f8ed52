import { beforeAll, describe, expect, it } from 'vitest';
import { Acks } from '../src/elements/sk-acks';
import { find, show } from './page';

const page = `<form>
  <sk-acks data-left="{n} left">
    <small data-acks-left></small>
    <input type="checkbox" data-ack id="one" /><input type="checkbox" data-ack id="two" />
  </sk-acks>
  <div id="actions"><button data-needs-acks>Approve</button><button id="reject">Reject</button></div>
</form>`;

beforeAll(() => {
  customElements.define('sk-acks', Acks);
});

describe('sk-acks', () => {
  it('keeps the button off until every box is ticked, and counts', () => {
    const button = show(page, '[data-needs-acks]');
    expect(button.getAttribute('aria-disabled')).toBe('true');
    expect(find('[data-acks-left]').textContent).toBe('2 left');

    find<HTMLInputElement>('#one').click();
    expect(button.getAttribute('aria-disabled')).toBe('true');
    expect(find('[data-acks-left]').textContent).toBe('1 left');

    find<HTMLInputElement>('#two').click();
    expect(button.hasAttribute('aria-disabled')).toBe(false);
    expect(find('[data-acks-left]').textContent).toBe('');
    expect(find('#reject').hasAttribute('aria-disabled')).toBe(false);
  });

  it('looks again when the buttons were exchanged', () => {
    show(page, 'sk-acks');
    find('#actions').innerHTML = '<button data-needs-acks>Approve</button>';
    document.dispatchEvent(new CustomEvent('htmx:afterSettle'));

    expect(find('[data-needs-acks]').getAttribute('aria-disabled')).toBe('true');
  });
});
