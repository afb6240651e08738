import { ask, asking, CATALOG, EDITED, LIST, mutate } from './api.js';
import { credentialsForm } from './credentials.js';
import { button, byChannel, byId, el, named, options, row, showAtControls } from './dom.js';

const CHANGED = 'Another editor changed this integration meanwhile. Nothing was done.';
const UNKNOWN = 'Novu did not answer: the change may have been made.';
const GIVE_ALL = 'Give this one too: what is not shown is replaced as a whole.';
const dialog = byId('dialog');
// Nothing of what was typed or shown stays behind.
dialog.addEventListener('close', () => dialog.replaceChildren());

/** Asks in the dialog until `send`, which gets the form's controls, returns a payload that is no refusal; `done` gets it. */
export function openForm(title, submit, content, send, done, { errors = [], reopen } = {}) {
  const problem = el('div', { role: 'alert' });
  const show = (all) => {
    problem.replaceChildren(...showAtControls(form, all).map((one) => explain(one, reopen)));
    if (problem.hasChildNodes()) problem.scrollIntoView({ block: 'nearest' });
  };
  const onsubmit = async (event) => {
    event.preventDefault();
    if (form.ariaBusy === 'true') return;
    form.ariaBusy = 'true';
    show([]);
    const payload = await send(form.elements).catch((error) => ({ errors: [error] }));
    form.ariaBusy = 'false';
    const refused = !payload.integration && payload.errors.length > 0;
    if (refused && form.isConnected) return show(payload.errors);
    if (form.isConnected) dialog.close();
    done(payload);
  };
  const cancel = button('Cancel', () => dialog.close());
  const footer = el('footer', {}, cancel, el('button', { class: `strong ${submit.toLowerCase()}` }, submit));
  const form = el('form', { novalidate: true, onsubmit }, el('h2', { id: 'title' }, title), content, problem, footer);
  dialog.replaceChildren(form);
  if (!dialog.open) dialog.showModal();
  show(errors);
}

/** An error that belongs to no input, and what can be done about it. */
export function explain({ code, message, identifier, query }, reopen) {
  if (code === 'CHANGED_MEANWHILE') return el('div', {}, CHANGED, reopen && button('Load the current values', reopen));
  if (code !== 'OUTCOME_UNKNOWN') return el('p', {}, message);
  const found = el('p');
  const look = async () => describe((await ask(query)).integration ?? {});
  const again = button('Check again', async () => found.replaceChildren(await look().catch((error) => error.message)));
  const sought = identifier ? `an integration with the identifier “${identifier}”` : 'the change in the integration';
  return el('div', {}, `${UNKNOWN} Look for ${sought}, or send it again: it is not done twice.`, again, found);
}

const describe = ({ name, identifier, active, primary, updatedAt }) =>
  identifier
    ? `There is “${name}” (${identifier}), ${active ? 'active' : 'inactive'}${primary ? ', primary' : ''}, changed ${updatedAt}.`
    : 'There is no such integration.';
const refuse = (message, ...names) => ({ errors: names.map((name) => ({ message, path: ['input', name] })) });
const values = (all, ...names) => Object.fromEntries(names.map((name) => [name, all[name]?.value || undefined]));
const text = (label, name, value, more) => row(label, el('input', { name, value, autocomplete: 'off' }), more);
const select = (label, name, entries) => row(label, el('select', { name }, options(entries)));
const basics = ({ name, identifier, active }) => [
  text('Name', 'name', name, { required: true }),
  text('Identifier', 'identifier', identifier, { hint: 'The name used in code. A new integration gets one.' }),
  row('Active', el('input', { name: 'active', type: 'checkbox', role: 'switch', checked: active })),
];

export async function create(done) {
  const { integrationProviders: providers } = await ask(CATALOG);
  let [chosen, credentials] = [];
  const place = el('section');
  const choose = () => {
    if (chosen?.id === provider.value) return;
    chosen = providers.find(({ id }) => id === provider.value);
    const defaults = chosen.credentialFields.map(({ key, defaultValue }) => [key, defaultValue]);
    credentials = credentialsForm(chosen, Object.fromEntries(defaults));
    place.replaceChildren(...basics({ name: chosen.displayName, active: true }), credentials.element);
  };
  const narrow = () => {
    const sought = search.value.trim().toLowerCase();
    const found = providers.filter(({ id, displayName }) => `${id} ${displayName}`.toLowerCase().includes(sought));
    const members = (all) => options(all.map(({ id, displayName }) => [id, displayName]));
    provider.replaceChildren(...byChannel(found).map(([label, all]) => el('optgroup', { label }, members(all))));
    provider.value = found.length === 1 ? found[0].id : chosen?.id;
    if (provider.value) choose();
  };
  const search = el('input', { name: 'sought', type: 'search', autocomplete: 'off', oninput: narrow });
  const provider = el('select', { name: 'providerId', size: 6, onchange: choose });
  narrow();
  const send = async (controls) => {
    if (!chosen) return refuse('Choose a provider.', 'providerId');
    const given = credentials.given();
    const input = { ...values(controls, 'providerId', 'identifier'), name: controls.name.value };
    if (Object.keys(given).length > 0) input.credentials = { [chosen.credentialsInputField]: given };
    return mutate('createIntegration', { ...input, active: controls.active.checked });
  };
  const content = [row('Search', search), row('Provider', provider, { required: true }), place];
  openForm('Create integration', 'Create', content, send, (it) => done(`Created ${it.integration?.name}.`, it));
}

/** @param errors of an attempt to activate it, which are shown at their inputs. */
export async function edit(id, done, errors = []) {
  const { integration } = await ask(EDITED, { id });
  if (!integration) throw new Error('This integration is not there any more.');
  const { provider, credentials, name, identifier, active, updatedAt: ifUpdatedAt } = integration;
  const hidden = !credentials?.values;
  const form = provider && credentialsForm(provider, credentials?.values);
  const send = async (controls) => {
    const now = { name: controls.name.value, identifier: controls.identifier.value, active: controls.active.checked };
    const changes = Object.entries(now).filter(([key, value]) => value !== integration[key]);
    const given = (hidden ? form?.given() : form?.changed()) ?? {};
    const input = { id, ifUpdatedAt, ...Object.fromEntries(changes) };
    if (Object.keys(given).length === 0) return mutate('updateIntegration', input);
    if (!hidden) return mutate('updateIntegration', { ...input, credentialsPatch: given });
    if (form.missing().length > 0) return refuse(GIVE_ALL, ...form.missing());
    return mutate('updateIntegration', { ...input, credentials: { [provider.credentialsInputField]: given } });
  };
  const unknown = el('p', {}, 'The catalog does not know this provider: its credentials stay as they are.');
  const content = [...basics({ name, identifier, active: active || errors.length > 0 }), form?.element ?? unknown];
  const [title, more] = [`Edit ${named(integration).name}`, { errors, reopen: () => edit(id, done) }];
  openForm(title, 'Save', content, send, (it) => done(`Saved ${it.integration?.name}.`, it), more);
}

export async function copy({ id, name, identifier }, environments, done) {
  const others = environments.filter((one) => one.id !== asking.environment).map((one) => [one.id, one.name]);
  const kinds = { KEEP: 'Keep: the same ones', NONE: 'None: to be given later' };
  const content = [
    select('Environment', 'environmentId', others),
    select('Credentials', 'credentials', Object.entries(kinds)),
    text('Identifier', 'identifier', identifier, { hint: 'The copy is inactive at first.' }),
  ];
  const names = ['environmentId', 'credentials', 'identifier'];
  const send = async (controls) => mutate('copyIntegration', { id, ...values(controls, ...names) });
  openForm(`Copy ${name}`, 'Copy', content, send, (it) => done(`Copied ${name}.`, it));
}

export async function remove({ id, name, primary, channel, updatedAt: ifUpdatedAt }, done) {
  const filter = { environmentIds: [asking.environment], channels: [channel] };
  const others = primary ? (await ask(LIST, { filter })).integrations.nodes.filter((one) => one.id !== id) : [];
  const successors = others.toSorted((a, b) => b.active - a.active).map((one) => [one.id, named(one).name]);
  const next = select('New primary', 'successorId', [...successors, ['', 'None: the channel has no primary then']]);
  const content = [el('p', {}, 'Novu deletes it with its credentials. This cannot be undone.'), primary && next];
  const send = async (controls) => mutate('deleteIntegration', { id, ifUpdatedAt, ...values(controls, 'successorId') });
  openForm(`Delete ${name}?`, 'Delete', content, send, (it) => done(`Deleted ${name}.`, it));
}

export async function makePrimary({ id, name }, done) {
  const content = [el('p', {}, 'Novu uses it first. It becomes active and loses its conditions.')];
  const send = async () => mutate('setPrimaryIntegration', { id });
  openForm(`Make ${name} primary?`, 'Make primary', content, send, (it) => done(`${name} is primary.`, it));
}

export function useToken(done) {
  const token = el('input', { name: 'token', type: 'password', autocomplete: 'off' });
  const hint = 'Of a session: the environment to begin with. Empty for an API key.';
  const content = [
    row('Token', token, {
      required: true,
      hint: 'An API key or a session token. It is kept until this tab is closed.',
    }),
    text('Environment id', 'environment', '', { hint }),
  ];
  const send = async ({ environment: { value: environment } }) => {
    if (!token.value.trim()) return refuse('Paste a token.', 'token');
    const headers = { Authorization: `${environment.trim() ? 'Bearer' : 'ApiKey'} ${token.value.trim()}` };
    if (environment.trim()) headers['Novu-Environment-Id'] = environment.trim();
    return { errors: [], caller: { label: environment.trim() ? 'Session, pasted' : 'API key, pasted', headers } };
  };
  openForm('Use a token', 'Use', content, send, ({ caller }) => caller && done(caller));
}
