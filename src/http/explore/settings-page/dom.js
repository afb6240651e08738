export const CHANNELS = { EMAIL: 'Email', SMS: 'SMS', PUSH: 'Push', CHAT: 'Chat', IN_APP: 'In-app', TOOL: 'Tool' };
export const byId = (id) => document.getElementById(id);
export const button = (text, onclick, more = {}) => el('button', { type: 'button', onclick, ...more }, text);
export const named = (one) => ({ ...one, name: one.name.trim() || one.identifier || one.id });
export const options = (entries) => entries.map(([value, label]) => el('option', { value }, label));

/** An element with attributes, listeners (`onclick`) and children. What is false or null is left out. */
export function el(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(key.slice(2), value);
    else if (value !== false && value != null) element.setAttribute(key, value === true ? '' : value);
  }
  element.append(...children.flat().filter((child) => child && child !== true));
  return element;
}

/** The label and the members of each channel that has any. */
export const byChannel = (all) =>
  Object.entries({ ...CHANNELS, UNKNOWN: 'Other channels', null: 'Agents' })
    .map(([channel, label]) => [label, all.filter((one) => String(one.channel) === channel)])
    .filter(([, members]) => members.length > 0);

/** A control with its label, help and place for errors, which it is tied to. The label alone is its name. */
export function row(label, control, { hint = '', required = false, beside = null } = {}) {
  Object.assign(control, { id: `control-${control.name}`, required });
  const [labelId, hintId, errorId] = ['label', 'hint', 'error'].map((part) => `${control.id}-${part}`);
  control.setAttribute('aria-describedby', `${hintId} ${errorId}`);
  // A description, since a name with the label in it would be taken for the control's.
  beside?.setAttribute('aria-describedby', labelId);
  const mark = required && el('span', { 'aria-hidden': 'true' }, 'required');
  const isSwitch = control.type === 'checkbox';
  const name = el('div', {}, isSwitch && control, el('label', { for: control.id, id: labelId }, label), mark, beside);
  const error = el('p', { id: errorId, class: 'error', 'aria-live': 'polite' });
  return el('div', { class: 'row' }, name, isSwitch || control, el('small', { id: hintId }, hint), error);
}

/** Shows errors at their controls instead of those before, and moves to the first. Returns those that have none. */
export function showAtControls(form, errors) {
  for (const control of form.querySelectorAll('[aria-invalid]')) control.removeAttribute('aria-invalid');
  for (const place of form.querySelectorAll('.error')) place.textContent = '';
  const elsewhere = errors.filter(({ message, path: [, ...path] = [] }) => {
    const names = path.flatMap((name) => [name, `credentials.${name}`]);
    const control = names.map((name) => form.elements.namedItem(name)).findLast(Boolean);
    control?.setAttribute('aria-invalid', 'true');
    if (control) byId(`${control.id}-error`).textContent = message;
    return !control;
  });
  form.querySelector('[aria-invalid]')?.focus();
  return elsewhere;
}
