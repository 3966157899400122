// Building blocks of the staff page, and lists whose rows stay in place, with the focus in them, when others change.

const button = (name, onclick, about) => el('button', {type: 'button', onclick, ...about}, name);
const at = time => time ? time.slice(11, 16) : '';
const told = (key, count, values) => t(key + (count === 1 ? 'One' : 'Many'), {count, ...values});

// Rows are {id, key, make}: a row is made anew when its key changes.
const drawn = {};
function list(box, rows) {
  const had = drawn[box.id] || {}, has = drawn[box.id] = {};
  const focused = box.contains(document.activeElement) ? document.activeElement : null;
  const row = focused?.closest('[data-row]')?.dataset.row, act = focused?.dataset.act;
  const nodes = rows.map(({id, key: changes, make}) => {
    const key = JSON.stringify(changes);
    has[id] = had[id]?.key === key ? had[id] : {key, node: make()};
    has[id].node.dataset.row = id;
    return has[id].node;
  });
  const shown = [...box.children];
  if (nodes.length === shown.length && nodes.every((node, place) => node === shown[place])) return;
  box.replaceChildren(...nodes);
  if (!focused || document.activeElement === focused) return;
  if (focused.isConnected) focused.focus();
  else {
    const anew = nodes.find(node => node.dataset.row === row);
    (anew?.querySelector(`[data-act="${act}"]`) || anew?.querySelector('button') || byId('main')).focus();
  }
}

// A question in the page before something that the room sees or that cannot be taken back.
let asked = null;
function question(id, words, yes, act) {
  if (asked !== id) return null;
  const close = () => { asked = null; draw(); };
  return el('div', {class: 'question', role: 'group', 'aria-label': words, onkeydown: event => { if (event.key === 'Escape') close(); }},
    el('p', {}, words), el('div', {class: 'row'},
      button(yes, careful(() => { asked = null; return act().then(draw); }), {class: 'main', 'data-act': 'yes'}),
      button(t('cancel'), close, {'data-act': 'no'})));
}
function raise(id) {
  asked = asked === id ? null : id;
  draw();
  document.querySelector('.question [data-act="no"]')?.focus();
}
