// A settings page for any provider, without a word about any of them: the form is drawn from the catalog.
// The address says where the gateway is, who asks, and which provider: ?api=…&token=…&environment=…&provider=sendgrid
const settings = Object.fromEntries(new URLSearchParams(location.search));
const form = document.getElementById('form');
const outcome = document.getElementById('outcome');

async function ask(query, variables) {
  const response = await fetch(settings.api, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${settings.token}`,
      'novu-environment-id': settings.environment,
    },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await response.json();
  if (errors) throw new Error(errors.map(({ message }) => message).join(' '));
  return data;
}

const PROVIDER = `query Provider($id: ID!) {
  integrationProvider(id: $id) {
    displayName
    credentialsInputField
    credentialFields { key label description input required masked options { label value } defaultValue }
  }
}`;

const CREATE = `mutation Connect($input: CreateIntegrationInput!) {
  createIntegration(input: $input) { integration { name identifier active } errors { message path } }
}`;

/** The key of a credential as its input type writes it. */
const inputName = (key) => key[0].toLowerCase() + key.slice(1);

function control({ key, input, masked, options, defaultValue }) {
  const element = document.createElement({ DROPDOWN: 'select', TEXTAREA: 'textarea' }[input] ?? 'input');
  element.name = inputName(key);
  if (input === 'SWITCH') element.type = 'checkbox';
  else if (input === 'NUMBER') element.inputMode = 'numeric';
  else if (element.localName === 'input' && masked) element.type = 'password';
  for (const { label, value } of options) element.add(new Option(label, value));
  if (input === 'SWITCH') element.checked = defaultValue === 'true';
  else if (defaultValue !== null) element.value = defaultValue;
  return element;
}

function text(name, content, className = '') {
  return Object.assign(document.createElement(name), { textContent: content, className });
}

function row(field) {
  const label = text('label', '', field.required ? 'required' : '');
  label.append(text('span', field.label), control(field), text('small', field.description ?? ''));
  return label;
}

/** Path of an error to the input that it is about: ["input", "credentials", "sendgrid", "apiKey"]. */
function showErrors(errors) {
  for (const { message, path } of errors) {
    const element = form.elements[path.at(-1)];
    if (!element) outcome.append(text('small', message, 'error'));
    else element.setAttribute('aria-invalid', 'true');
    element?.after(text('small', message, 'error'));
  }
}

function clearErrors() {
  for (const element of document.querySelectorAll('.error')) element.remove();
  for (const element of form.elements) element.removeAttribute('aria-invalid');
  outcome.textContent = '';
}

function valuesOf(fields) {
  const values = fields.map(({ key, input }) => {
    const element = form.elements[inputName(key)];
    return [inputName(key), input === 'SWITCH' ? element.checked : element.value || null];
  });
  return Object.fromEntries(values);
}

const { integrationProvider: provider } = await ask(PROVIDER, { id: settings.provider });
document.getElementById('provider').textContent = provider.displayName;
form.append(row({ key: 'name', label: 'Name', input: 'TEXT', options: [], defaultValue: provider.displayName }));
form.append(...provider.credentialFields.map(row), text('button', 'Connect'));
form.addEventListener('submit', async (event) => {
  event.preventDefault();
  clearErrors();
  const credentials = { [provider.credentialsInputField]: valuesOf(provider.credentialFields) };
  const input = { name: form.elements.name.value, credentials, active: true, check: false };
  const { createIntegration: created } = await ask(CREATE, { input }).catch(({ message }) => ({
    createIntegration: { errors: [{ message, path: [] }] },
  }));
  showErrors(created.errors);
  if (created.integration) outcome.textContent = `Connected as ${created.integration.identifier}.`;
});
