import { ControlledElement } from '../lib/controlled-element';

/**
 * Turns the `<textarea>` inside into a YAML editor. The textarea stays the form's field: typing in the editor
 * writes to it and sends its `input` event; without script, or until the editor is loaded, it is simply used.
 * The editor lives in a shadow root, where its styles are constructed sheets that the security policy permits.
 */
export class YamlEditor extends ControlledElement {
  protected override connected(): void {
    const field = this.querySelector('textarea');
    if (field && !this.shadowRoot) {
      void import('../lib/yaml-view').then(({ mountYamlView }) => {
        if (this.isConnected) {
          const root = this.attachShadow({ mode: 'open' });
          mountYamlView(root, field, this.signal);
        }
      });
    }
  }
}
