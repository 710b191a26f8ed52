import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { bracketMatching, HighlightStyle, indentOnInput, syntaxHighlighting } from '@codemirror/language';
import { EditorState, type Extension } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';

const colours = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: 'var(--sk-accent)' },
  { tag: [tags.string, tags.content], color: 'var(--sk-text)' },
  { tag: tags.comment, color: 'var(--sk-text-3)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--sk-ok)' },
  { tag: tags.invalid, color: 'var(--sk-bad)' },
]);

const look = EditorView.theme({
  '&': {
    border: '1px solid var(--sk-line-strong)',
    borderRadius: 'var(--sk-r)',
    background: 'var(--sk-surface)',
    color: 'var(--sk-text)',
    fontSize: '12.5px',
  },
  '&.cm-focused': { outline: '2px solid var(--sk-focus)', outlineOffset: '-1px' },
  '.cm-scroller': { fontFamily: 'var(--sk-mono)', lineHeight: '20px', minHeight: '240px', maxHeight: '70vh' },
  '.cm-content': { caretColor: 'var(--sk-text)', fontVariantLigatures: 'none' },
  '.cm-cursor': { borderLeftColor: 'var(--sk-text)' },
  '.cm-gutters': { background: 'var(--sk-sunken)', color: 'var(--sk-text-3)', border: '0' },
  '.cm-activeLine, .cm-activeLineGutter': { background: 'var(--sk-hover)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    background: 'var(--sk-accent-bg)',
  },
});

/**
 * Shows an editor for a field in a shadow root and keeps the two in step until the signal ends.
 */
export function mountYamlView(root: ShadowRoot, field: HTMLTextAreaElement, signal: AbortSignal): void {
  const view = new EditorView({ root, parent: root, state: state(field) });
  field.addEventListener(
    'sk:set-value',
    () => {
      replace(view, field.value);
    },
    { signal },
  );
  field.form?.addEventListener(
    'reset',
    () =>
      setTimeout(() => {
        replace(view, field.defaultValue);
      }),
    { signal },
  );
  field.addEventListener(
    'focus',
    () => {
      view.focus();
    },
    { signal },
  );
  for (const label of field.labels) {
    label.addEventListener(
      'click',
      () => {
        view.focus();
      },
      { signal },
    );
  }
  signal.addEventListener('abort', () => {
    view.destroy();
  });
}

function state(field: HTMLTextAreaElement): EditorState {
  return EditorState.create({ doc: field.value, extensions: extensions(field) });
}

function extensions(field: HTMLTextAreaElement): Extension[] {
  return [
    lineNumbers(),
    history(),
    drawSelection(),
    indentOnInput(),
    bracketMatching(),
    highlightActiveLine(),
    yaml(),
    syntaxHighlighting(colours),
    look,
    // Escape first, then Tab, leaves the editor: CodeMirror's own way out for keyboard users.
    keymap.of([...defaultKeymap, ...historyKeymap, indentWithTab]),
    EditorState.readOnly.of(field.readOnly),
    EditorView.contentAttributes.of(labels(field)),
    EditorView.updateListener.of((update) => {
      if (update.docChanged && field.value !== update.state.doc.toString()) {
        field.value = update.state.doc.toString();
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }
    }),
  ];
}

function labels(field: HTMLTextAreaElement): Record<string, string> {
  const label = field.getAttribute('aria-label') ?? field.labels[0]?.textContent.trim() ?? '';
  return {
    'aria-label': label,
    spellcheck: 'false',
    ...(field.getAttribute('aria-invalid') === 'true' && { 'aria-invalid': 'true' }),
  };
}

function replace(view: EditorView, text: string): void {
  if (view.state.doc.toString() !== text) {
    view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
  }
}
