import './styles/index.scss';
import './icons.svg?url';
import './favicon.svg?url';
import { installBusyButtons } from './lib/busy';
import { startHtmx } from './lib/htmx';
import { Acks } from './elements/sk-acks';
import { CopyButton } from './elements/sk-copy-button';
import { Live } from './elements/sk-live';
import { Repeat } from './elements/sk-repeat';
import { RequestErrors } from './elements/sk-request-errors';
import { Shortcuts } from './elements/sk-shortcuts';
import { Tabs } from './elements/sk-tabs';
import { Theme } from './elements/sk-theme';
import { LocalTime } from './elements/sk-time';
import { YamlEditor } from './elements/sk-yaml-editor';

startHtmx();
installBusyButtons(document);

customElements.define('sk-acks', Acks);
customElements.define('sk-copy-button', CopyButton);
customElements.define('sk-live', Live);
customElements.define('sk-repeat', Repeat);
customElements.define('sk-request-errors', RequestErrors);
customElements.define('sk-shortcuts', Shortcuts);
customElements.define('sk-tabs', Tabs);
customElements.define('sk-theme', Theme);
customElements.define('sk-time', LocalTime);
customElements.define('sk-yaml-editor', YamlEditor);
