import htmx from 'htmx.org';
import { Idiomorph } from 'idiomorph';

/**
 * Starts htmx within the pages' content security policy: no evaluated code, no injected styles. Answers to
 * invalid forms (422) are swapped in, since they hold the form with its messages; other failures are not.
 */
export function startHtmx(): void {
  htmx.config.allowEval = false;
  htmx.config.includeIndicatorStyles = false;
  htmx.config.selfRequestsOnly = true;
  htmx.config.historyCacheSize = 0;
  htmx.config.refreshOnHistoryMiss = true;
  htmx.config.scrollIntoViewOnBoost = false;
  htmx.config.responseHandling = [
    { code: '204', swap: false },
    { code: '[23]..', swap: true },
    { code: '422', swap: true },
    { code: '[45]..', swap: false, error: true },
  ];
  htmx.defineExtension('morph', {
    isInlineSwap: (style) => style === 'morph',
    handleSwap: (style, target, fragment) => (isMorph(style) ? morph(style, target, fragment) : false),
  });
}

function isMorph(style: string): boolean {
  return style === 'morph' || style === 'morph:innerHTML';
}

function morph(style: string, target: Node, fragment: Node): Node[] {
  const morphStyle = style === 'morph' ? 'outerHTML' : 'innerHTML';
  return Idiomorph.morph(target, [...(fragment as DocumentFragment).children], {
    morphStyle,
    ignoreActiveValue: true,
  }) as Node[];
}
