import { button, el, options, row } from './dom.js';

const STORED = 'Stored, not shown';
const HIDDEN =
  'What is stored is not shown to this caller. Leave all empty to keep it; what you give replaces all of it.';
const typed = { autocomplete: 'off', autocapitalize: 'none', spellcheck: 'false' };
const select = (...entries) => el('select', {}, options(entries));
/** A control for each kind of input, JSON and new kinds apart; `empty` is what no value stands for. */
const CONTROLS = {
  TEXT: () => el('input', typed),
  NUMBER: () => el('input', { ...typed, type: 'number', step: 'any' }),
  TEXTAREA: () => el('textarea', { ...typed, rows: 4 }),
  SWITCH: (_, empty) =>
    empty ? select(['', empty], ['true', 'On'], ['false', 'Off']) : el('input', { type: 'checkbox', role: 'switch' }),
  DROPDOWN: (all, empty) => select(['', empty || 'Not set'], ...all.map(({ label, value }) => [value, label])),
};

/** The credentials of a provider as a form, drawn from the catalog. @param values what is stored; null: it is hidden. */
export function credentialsForm({ displayName, docsUrl, credentialFields }, values) {
  const controls = credentialFields.map((field) => {
    const control = (CONTROLS[field.input] ?? CONTROLS.TEXTAREA)(field.options, values ? '' : STORED);
    control.name = `credentials.${field.key}`;
    if (values) fill(control, values[field.key]);
    else control.placeholder = STORED;
    return { ...field, control, before: JSON.stringify(read(control, field)) };
  });
  const note = controls.length === 0 ? `${displayName} needs no credentials. ` : !values && `${HIDDEN} `;
  const guide = docsUrl && el('a', { href: docsUrl, target: '_blank', rel: 'noreferrer' }, 'Setup guide (opens a tab)');
  const pick = (which) => Object.fromEntries(controls.filter(which).map((one) => [one.key, read(one.control, one)]));
  return {
    element: el('fieldset', {}, el('legend', {}, 'Credentials'), el('p', {}, note || '', guide), controls.map(rowOf)),
    given: () => pick((one) => read(one.control, one) !== null),
    /** Those that are not as they were; null removes one. */
    changed: () => pick((one) => JSON.stringify(read(one.control, one)) !== one.before),
    missing: () => Object.keys(pick((one) => one.required && read(one.control, one) === null)),
  };
}

function rowOf({ label, description, required, masked, input, control }) {
  const more = { hint: description ?? '', required: required && input !== 'SWITCH' };
  if (!masked || ['SWITCH', 'DROPDOWN'].includes(input)) return row(label, control, more);
  const mask = (hidden) => {
    beside.textContent = hidden ? 'Show' : 'Hide';
    if (control.localName === 'input') control.type = hidden ? 'password' : 'text';
    else control.style.webkitTextSecurity = hidden ? 'disc' : '';
  };
  const beside = button('Show', () => mask(beside.textContent === 'Hide'));
  control.autocomplete = 'new-password';
  mask(true);
  return row(label, control, { ...more, beside });
}

function fill(control, value) {
  const text = typeof value === 'object' && value ? JSON.stringify(value, null, 2) : String(value ?? '');
  if (control.type === 'checkbox') control.checked = text === 'true';
  else control.value = text;
  // A dropdown takes other values than its own.
  if (control.localName === 'select' && control.value !== text) control.add(new Option(text, text, true, true));
}

/** Null where there is no value. JSON that cannot be read is sent as it is: the gateway says what is wrong with it. */
function read(control, { input }) {
  if (control.type === 'checkbox') return control.checked;
  if (control.value.trim() === '') return null;
  if (input === 'SWITCH') return control.value === 'true';
  try {
    return input === 'JSON' ? JSON.parse(control.value) : control.value;
  } catch {
    return control.value;
  }
}
