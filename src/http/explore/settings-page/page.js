import { ask, asking, isSession, LIST, mutate, remember, START } from './api.js';
import { copy, create, edit, explain, makePrimary, remove, useToken } from './dialogs.js';
import { button, byChannel, byId, CHANNELS, el, named, options } from './dom.js';

const demo = await (await fetch('/settings/callers.json')).json();
let [environments, rows, end, turn] = [[], [], null, 0];
const tell = (errors) => byId('problem').replaceChildren(...errors.map((error) => explain(error)));

/** Does something that may fail, and says how it failed. */
async function attempt(task) {
  byId('problem').replaceChildren();
  await task().catch((error) => tell([error]));
}

/** Reads the list, or more of it. An answer that comes after a newer question is dropped. */
async function load(after = null, news = '') {
  turn += 1;
  const mine = turn;
  const { search, channel, status } = byId('filter').elements;
  const filter = {
    environmentIds: asking.environment ? [asking.environment] : undefined,
    search: search.value.trim() || undefined,
    channels: channel.value ? [channel.value] : undefined,
    active: status.value ? status.value === 'true' : undefined,
  };
  const { nodes, pageInfo, totalCount } = (await ask(LIST, { filter, after })).integrations;
  if (mine !== turn) return;
  rows = [...(after ? rows : []), ...nodes.map(named)];
  end = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  byId('news').textContent = `${news} ${totalCount} ${totalCount === 1 ? 'integration' : 'integrations'}`;
  render();
}

/** Draws the list anew. The focus stays at the control that had it, else at its row, else it begins again. */
function render() {
  const focused = document.activeElement?.id ?? '';
  const sorted = rows.toSorted((a, b) => b.primary - a.primary || b.active - a.active);
  const section = ([label, all]) => el('section', {}, el('h2', {}, label), el('ul', {}, all.map(rowOf)));
  byId('list').replaceChildren(...byChannel(sorted).map(section));
  byId('more').hidden = end === null;
  if (document.activeElement !== document.body || focused === '') return;
  (byId(focused) ?? byId(focused.replace(/^\w+-/, 'Edit-')) ?? byId('create')).focus();
}

function rowOf(row) {
  const { id, name, identifier, provider, providerId, active, primary } = row;
  const action = (text, task) => {
    const [key] = text.replace('Deact', 'Act').split(' ');
    return button(text, () => attempt(task), { id: `${key}-${id}`, 'aria-label': `${text} ${name}` });
  };
  const badge = (text, look = '') => el('span', { class: `badge ${look}` }, text);
  const state = active ? badge('Active', 'active') : badge('Inactive');
  const title = el('h3', {}, el('bdi', {}, name), primary && badge('Primary', 'strong'), state);
  const what = el('p', {}, `${provider?.displayName ?? providerId} · `, el('code', {}, identifier));
  const actions = [
    action('Edit', () => edit(id, settled)),
    !primary && provider?.supportsPrimary && action('Make primary', () => makePrimary(row, settled)),
    action(active ? 'Deactivate' : 'Activate', () => activate(row)),
    isSession() && environments.length > 1 && action('Copy', () => copy(row, environments, settled)),
    action('Delete', () => remove(row, settled)),
  ];
  return el('li', {}, el('div', {}, title, what), el('div', {}, actions));
}

/** After a change: says what it did, and what of it was not done. */
async function settled(news, { integration, errors }) {
  await attempt(() => load(null, integration ? news : ''));
  if (errors.length > 0) tell(errors);
}

async function activate({ id, name, active, updatedAt: ifUpdatedAt }) {
  const payload = await mutate('updateIntegration', { id, active: !active, ifUpdatedAt });
  const isAtInputs = payload.errors.some(({ path }) => path[1]?.startsWith('credentials'));
  if (!payload.integration && isAtInputs) return edit(id, settled, payload.errors);
  await settled(`${active ? 'Deactivated' : 'Activated'} ${name}.`, payload);
}

async function begin(caller, environment = new Headers(caller.headers).get('novu-environment-id')) {
  const callers = demo.some(({ label }) => label === caller.label) ? demo : [...demo, caller];
  byId('caller').replaceChildren(...options(callers.map(({ label }) => [label, label])));
  byId('caller').value = caller.label;
  byId('caller').onchange = ({ target }) => attempt(() => begin(callers[target.selectedIndex]));
  Object.assign(asking, { caller, environment });
  [rows, end, byId('news').textContent] = [[], null, ''];
  render();
  const partOf = (error) => (error.data?.integrationEnvironments ? error.data : Promise.reject(error));
  const start = await ask(START).catch(partOf);
  asking.environment ??= start.integrationsViewer?.environment?.id;
  environments = start.integrationEnvironments.filter(({ id }) => isSession() || id === asking.environment);
  byId('environment').replaceChildren(...options(environments.map(({ id, name }) => [id, name])));
  byId('environment').value = asking.environment;
  remember();
  await load();
}

byId('channel').append(...options([['', 'All'], ...Object.entries(CHANNELS)]));
byId('status').append(...options(Object.entries({ '': 'All', true: 'Active', false: 'Inactive' })));
byId('environment').onchange = ({ target }) => attempt(() => begin(asking.caller, target.value));
byId('token').onclick = () => useToken((caller) => attempt(() => begin(caller)));
byId('create').onclick = () => attempt(() => create(settled));
byId('more').onclick = () => attempt(() => load(end));
byId('filter').onsubmit = (event) => event.preventDefault();
byId('filter').oninput = () => attempt(load);

if (asking.caller) attempt(() => begin(asking.caller, asking.environment));
else if (demo[0]) attempt(() => begin(demo[0]));
else byId('token').click();
