// The phone page: voting, and what the day is about.

let state = JSON.parse(byId('state').textContent);
let tag = byId('state').dataset.tag;

// SHA-256 (FIPS 180-4) and HMAC (RFC 2104): without a secure context the browser offers none.
const utf8 = words => new TextEncoder().encode(words);
const hex = bytes => Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
const primes = [];
for (let n = 2; primes.length < 64; n++) if (primes.every(prime => n % prime)) primes.push(n);
const fraction = root => (root - Math.floor(root)) * 4294967296 | 0;
const rounds = primes.map(prime => fraction(Math.cbrt(prime)));
function sha256(message) {
  const hash = primes.slice(0, 8).map(prime => fraction(Math.sqrt(prime)));
  const data = new DataView(new ArrayBuffer((message.length + 72) >> 6 << 6));
  message.forEach((byte, at) => data.setUint8(at, byte));
  data.setUint8(message.length, 128);
  data.setUint32(data.byteLength - 4, message.length * 8);
  const turn = (word, by) => word >>> by | word << 32 - by;
  for (let block = 0; block < data.byteLength; block += 64) {
    const words = [];
    let [a, b, c, d, e, f, g, h] = hash;
    for (let i = 0; i < 64; i++) {
      if (i < 16) words[i] = data.getInt32(block + i * 4);
      else {
        const x = words[i - 15], y = words[i - 2];
        words[i] = words[i - 16] + (turn(x, 7) ^ turn(x, 18) ^ x >>> 3)
          + words[i - 7] + (turn(y, 17) ^ turn(y, 19) ^ y >>> 10) | 0;
      }
      const one = h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + (e & f ^ ~e & g) + rounds[i] + words[i] | 0;
      const two = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + (a & b ^ a & c ^ b & c) | 0;
      [a, b, c, d, e, f, g, h] = [one + two | 0, a, b, c, d + one | 0, e, f, g];
    }
    [a, b, c, d, e, f, g, h].forEach((word, i) => { hash[i] = hash[i] + word | 0; });
  }
  const digest = new DataView(new ArrayBuffer(32));
  hash.forEach((word, i) => digest.setInt32(i * 4, word));
  return new Uint8Array(digest.buffer);
}
function hmac(key, message) {
  const pad = by => Uint8Array.from({length: 64}, (_, i) => (key[i] || 0) ^ by);
  const join = (one, two) => { const all = new Uint8Array(one.length + two.length); all.set(one); all.set(two, one.length); return all; };
  return sha256(join(pad(0x5c), sha256(join(pad(0x36), message))));
}
const random = bytes => hex(crypto.getRandomValues(new Uint8Array(bytes)));

// JSON with sorted keys and no spaces; keys in the order of code points, as the server has them.
function byCodePoint(one, two) {
  const a = [...one], b = [...two];
  for (let i = 0; i < a.length && i < b.length; i++) if (a[i] !== b[i]) return a[i].codePointAt(0) - b[i].codePointAt(0);
  return a.length - b.length;
}
function canonical(value) {
  if (Array.isArray(value)) return '[' + value.map(canonical).join() + ']';
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  return '{' + Object.keys(value).sort(byCodePoint).map(key => JSON.stringify(key) + ':' + canonical(value[key])).join() + '}';
}

// The voting card
const readCode = typed => {
  const code = typed.toUpperCase().replace(/[-\s\u2011]/g, '').replace(/[IL]/g, '1').replace(/O/g, '0');
  return /^[0-9A-HJKMNP-TV-Z]{10}$/.test(code) ? code : null;
};
let secret = recall('card'), me = null, refused = '';
const cardId = () => hex(sha256(utf8('card:' + secret))).slice(0, 16);
const device = recall('device') || random(16);
remember('device', device);
// The staff address, and on a phone that holds the staff key a badge, belong to the staff page.
function leaves() {
  const forStaff = location.hash.startsWith('#staff=') || location.hash.startsWith('#badge=') && recall('staff');
  if (forStaff) location.replace('/staff' + location.hash);
  return forStaff;
}
function readAddress() {
  const code = readCode(location.hash.slice(1));
  if (location.hash) history.replaceState(null, '', location.pathname + location.search);
  if (code && code !== secret) takeCard(code);
}
function takeCard(code) {
  secret = code;
  me = null;
  refused = '';
  remember('card', code);
}
async function whoAmI() {
  if (!secret) return;
  try {
    const answer = await fetch('/api/me', {headers: {Authorization: 'Card ' + cardId(), 'Accept-Language': language}});
    if (answer.ok) me = await answer.json();
    else if (answer.status === 403) {
      refused = (await answer.json()).detail;
      secret = me = null;
      remember('card');
    } else setTimeout(whoAmI, pause(2));
    draw();
  } catch { setTimeout(whoAmI, pause(2)); }
}

// Building what is seen
const symbol = (sign, label, onclick, disabled) =>
  el('button', {type: 'button', 'aria-label': label, onclick, disabled}, el('span', {'aria-hidden': 'true'}, sign));

// Ballots: what each one looks like now
const drafts = {}, views = {}, trouble = {}, drawn = {}, details = {};
const draftOf = ballot => drafts[ballot.contest] ||= recall('draft:' + ballot.contest) || {};
function keep(ballot) { remember('draft:' + ballot.contest, drafts[ballot.contest]); }
const receiptOf = ballot => recall('receipt:' + ballot.contest);
const voted = ballot => receiptOf(ballot) || me?.voted?.[ballot.id];
const optionsOf = ballot => {
  const own = me?.own?.[ballot.id] || [];
  const options = ballot.options.filter(option => !own.includes(option.id));
  if (!ballot.rules.shuffled) return options;
  const seed = recall('order:' + ballot.contest) || random(8);
  remember('order:' + ballot.contest, seed);
  const place = option => hex(sha256(utf8(seed + option.id)));
  return options.map(option => [place(option), option]).sort((a, b) => a[0] < b[0] ? -1 : 1).map(pair => pair[1]);
};
function viewOf(ballot) {
  if (ballot.state === 'revealed') return 'result';
  if (recall('sending:' + ballot.contest)) return 'sending';
  if (ballot.state !== 'open') return 'closed';
  if (!ballot.rules.straw_poll && !secret) return 'card';
  if (!ballot.rules.straw_poll && !me) return 'wait';
  if (!ballot.rules.straw_poll && !ballot.rules.roles.includes(me.role)) return 'other';
  const view = views[ballot.contest];
  if (voted(ballot) && !(ballot.rules.change_until_close && view)) return 'done';
  return view || 'form';
}
function show(ballot, view) {
  views[ballot.contest] = view;
  draw();
  const heading = byId('ballots').querySelector(`[data-ballot="${ballot.id}"] h2`);
  if (heading) { heading.focus(); heading.scrollIntoView({block: 'start'}); }
}

const detailOf = (ballot, option) => details[ballot.contest]?.[option.id] && el('small', {}, details[ballot.contest][option.id]);
const labelled = (ballot, option) => [option.label, detailOf(ballot, option)];
async function readDetails(ballot) {
  try {
    details[ballot.contest] = (await (await fetch(`/api/ballots/${ballot.id}/details`)).json()).details;
    show(ballot, 'form');
  } catch { connection(false); }
}
const fields = {
  single: (ballot, draft, changed) => choices(ballot, 'radio', id => draft.one === id, id => { draft.one = id; changed(); }),
  approval(ballot, draft, changed) {
    draft.approve ||= [];
    const most = ballot.rules.most;
    const set = choices(ballot, 'checkbox', id => draft.approve.includes(id), (id, on) => {
      draft.approve = draft.approve.filter(other => other !== id).concat(on ? id : []);
      changed();
      limit();
    });
    function limit() {
      const full = most && draft.approve.length >= most;
      set.querySelectorAll('input').forEach(box => { box.disabled = full && !box.checked; });
      if (most) say(t('chosen', {count: draft.approve.length, most}));
    }
    limit();
    return set;
  },
  ranked(ballot, draft, changed) {
    draft.rank ||= [];
    const list = el('div');
    function redraw(focusOn) {
      const rank = draft.rank, full = ballot.rules.most && rank.length >= ballot.rules.most;
      const options = optionsOf(ballot), find = id => options.find(option => option.id === id);
      draft.rank = rank.filter(find);
      const move = (id, by) => {
        const at = draft.rank.indexOf(id);
        draft.rank.splice(at, 1);
        if (by !== null) draft.rank.splice(at + by, 0, id);
        changed();
        redraw([id, by]);
        say(by === null ? t('unranked', {option: find(id).label}) : t('placed', {option: find(id).label, place: draft.rank.indexOf(id) + 1}));
      };
      const add = id => { draft.rank.push(id); changed(); redraw([id, 0]); say(t('placed', {option: find(id).label, place: draft.rank.length})); };
      list.replaceChildren(
        el('ol', {class: 'plain'}, draft.rank.map((id, at) => el('li', {class: 'item on', 'data-id': id},
          el('div', {class: 'row'},
            el('span', {class: 'num', 'aria-hidden': 'true'}, at + 1),
            el('span', {class: 'grow'}, find(id).label),
            el('span', {class: 'acts'},
              symbol('↑', t('up', {option: find(id).label}), () => move(id, -1), at === 0),
              symbol('↓', t('down', {option: find(id).label}), () => move(id, 1), at === draft.rank.length - 1),
              symbol('×', t('remove', {option: find(id).label}), () => move(id, null))))))),
        el('div', {}, options.filter(option => !draft.rank.includes(option.id)).map(option => el('div', {class: 'item', 'data-id': option.id},
          el('div', {class: 'row'}, el('span', {class: 'grow'}, labelled(ballot, option)),
            symbol('+', t('add', {option: option.label, place: draft.rank.length + 1}), () => add(option.id), full))))));
      if (focusOn) {
        const buttons = [...list.querySelectorAll(`[data-id="${focusOn[0]}"] button`)];
        (buttons[focusOn[1] === 1 ? 1 : 0]?.disabled ? buttons.find(button => !button.disabled) : buttons[focusOn[1] === 1 ? 1 : 0])?.focus();
      }
    }
    redraw();
    return list;
  },
  score: (ballot, draft, changed) => grades(ballot, draft.scores ||= {}, changed, 0, ballot.rules.criteria.map(name => [name, name])),
  axes: (ballot, draft, changed) => [grades(ballot, draft.axes ||= {}, changed, 1, [[0, t('interest')], [1, t('feasibility')]]),
    ballot.rules.reasons && optionsOf(ballot).map(option => words(t('reason', {option: option.label}), 200, draft.reasons ||= {}, option.id, changed))],
  text: (ballot, draft, changed) => words(hint(ballot), 500, draft, 'text', changed),
  dots(ballot, draft, changed) {
    const dots = draft.dots ||= {}, left = el('p', {class: 'soft', role: 'status'}), steps = [];
    const spent = () => Object.values(dots).reduce((sum, count) => sum + count, 0);
    function redraw() {
      left.textContent = t('left', {left: ballot.rules.budget - spent(), budget: ballot.rules.budget});
      steps.forEach(step => step());
    }
    const rows = optionsOf(ballot).map(option => {
      const count = el('span', {class: 'count'});
      const change = by => { dots[option.id] = (dots[option.id] || 0) + by; if (!dots[option.id]) delete dots[option.id]; changed(); redraw(); };
      const less = symbol('−', t('fewer', {option: option.label}), () => change(-1));
      const more = symbol('+', t('more', {option: option.label}), () => change(1));
      const row = el('div', {class: 'item'}, el('div', {class: 'row'}, el('span', {class: 'grow'}, labelled(ballot, option)), el('span', {class: 'acts'}, less, count, more)));
      steps.push(() => {
        count.textContent = dots[option.id] || 0;
        less.disabled = !dots[option.id];
        more.disabled = spent() >= ballot.rules.budget;
        row.classList.toggle('on', !!dots[option.id]);
      });
      return row;
    });
    redraw();
    return el('div', {}, left, rows);
  },
};
function words(label, most, draft, key, changed) {
  const box = el('textarea', {rows: most > 200 ? 5 : 2, maxlength: most, oninput: () => { draft[key] = box.value; changed(); }});
  box.value = draft[key] || '';
  return el('label', {class: 'field'}, label, box);
}
function choices(ballot, type, chosen, choose) {
  return el('fieldset', {}, el('legend', {class: 'soft'}, hint(ballot)), optionsOf(ballot).map(option => {
    const input = el('input', {type, name: 'b' + ballot.id, value: option.id, onchange: event => choose(option.id, event.target.checked)});
    input.checked = chosen(option.id);
    return el('label', {class: 'opt'}, input, el('span', {}, labelled(ballot, option)));
  }));
}
function grades(ballot, marks, changed, lowest, aspects) {
  return el('div', {}, el('p', {class: 'soft'}, hint(ballot)), optionsOf(ballot).map(option => {
    const given = () => marks[option.id];
    const rows = aspects.map(([key, name]) => el('fieldset', {class: 'seg'}, el('legend', {}, name),
      el('div', {}, Array.from({length: 6 - lowest}, (_, at) => {
        const input = el('input', {type: 'radio', name: `b${ballot.id}-${option.id}-${key}`, value: at + lowest, onchange: () => {
          const mine = marks[option.id] ||= lowest ? [null, null] : {};
          mine[key] = at + lowest;
          redraw();
        }});
        input.checked = given() && given()[key] === at + lowest;
        return el('label', {}, input, el('span', {}, at + lowest));
      }))));
    const clear = el('button', {type: 'button', class: 'clear', onclick: () => {
      delete marks[option.id];
      item.querySelectorAll('input').forEach(input => { input.checked = false; });
      redraw();
      item.querySelector('input').focus();
    }}, t('clear'));
    const redraw = () => { clear.hidden = !given(); changed(); };
    const item = el('fieldset', {class: 'item'}, el('legend', {}, el('strong', {}, option.label)),
      detailOf(ballot, option), rows, clear);
    clear.hidden = !given();
    return item;
  }));
}
function hint(ballot) {
  const {most, budget} = ballot.rules;
  if (ballot.method === 'approval' || ballot.method === 'ranked') return most ? t(ballot.method + 'Most', {most}) : t(ballot.method + 'Any');
  return t(ballot.method + 'Hint', {budget});
}

// What would be sent, or what is missing. Empty choices are an abstention.
function answerOf(ballot) {
  const draft = draftOf(ballot), ids = optionsOf(ballot).map(option => option.id), open = id => ids.includes(Number(id));
  const kept = marks => Object.fromEntries(Object.entries(marks || {}).filter(([id]) => open(id)));
  switch (ballot.method) {
    case 'single': return open(draft.one) ? {one: draft.one} : null;
    case 'approval': return {approve: (draft.approve || []).filter(open)};
    case 'ranked': return {rank: (draft.rank || []).filter(open)};
    case 'score': return {scores: kept(draft.scores)};
    case 'dots': return {dots: kept(draft.dots)};
    case 'text': return {text: (draft.text || '').trim()};
    default: {
      const axes = kept(draft.axes), written = Object.entries(draft.reasons || {}).filter(([id, reason]) => reason.trim() && axes[id]);
      if (Object.values(axes).some(place => place.includes(null))) return null;
      return ballot.rules.reasons && written.length ? {axes, reasons: Object.fromEntries(written)} : {axes};
    }
  }
}
const empty = answer => answer.abstain || answer.text === '' || Object.values(answer).every(part => typeof part === 'object' && !Object.keys(part).length);
function summary(ballot, answer) {
  const name = id => ballot.options.find(option => option.id === Number(id))?.label;
  if (empty(answer)) return el('p', {}, t('blankVote'));
  if (answer.text) return el('p', {}, answer.text);
  if (answer.rank) return el('ol', {}, answer.rank.map(id => el('li', {}, name(id))));
  if (answer.approve || answer.one != null) return el('ul', {}, (answer.approve || [answer.one]).map(id => el('li', {}, name(id))));
  const shown = part => Array.isArray(part) ? t('place', {interest: part[0], feasibility: part[1]})
    : typeof part === 'object' ? Object.entries(part).map(pair => pair.join(' ')).join(', ') : part;
  return el('ul', {}, Object.entries(Object.values(answer)[0]).map(([id, part]) => el('li', {}, `${name(id)}: ${shown(part)}`)));
}

const parts = {
  form(ballot) {
    const wrong = el('p', {class: 'wrong', role: 'alert'}, trouble[ballot.contest] || '');
    const draft = draftOf(ballot);
    const body = fields[ballot.method](ballot, draft, () => { wrong.textContent = ''; delete trouble[ballot.contest]; keep(ballot); });
    return el('form', {novalidate: true, onsubmit: event => {
      event.preventDefault();
      const answer = answerOf(ballot);
      if (!answer || empty(answer)) wrong.textContent = t(ballot.method === 'axes' && !answer ? 'bothAxes' : 'nothing');
      else { delete draft.abstain; show(ballot, 'review'); }
    }},
    ballot.method === 'ranked' || ballot.method === 'dots' ? el('p', {class: 'soft'}, hint(ballot)) : null,
    ballot.rules.details && !details[ballot.contest] && el('button', {type: 'button', class: 'clear', onclick: () => readDetails(ballot)}, t('details')),
    el('p', {class: 'soft', role: 'timer', 'aria-live': 'off', 'data-ends': ballot.contest}), body, wrong,
    el('button', {class: 'main'}, t('review')),
    el('button', {type: 'button', class: 'wide', onclick: () => { draft.abstain = true; show(ballot, 'review'); }}, t('abstain')),
    voted(ballot) ? el('button', {type: 'button', class: 'wide', onclick: () => show(ballot)}, t('keepVote')) : null);
  },
  review(ballot) {
    const answer = draftOf(ballot).abstain ? {abstain: true} : answerOf(ballot);
    return [el('p', {class: 'soft'}, t('yourVote')), summary(ballot, answer),
      el('button', {type: 'button', class: 'main', onclick: () => cast(ballot, answer)}, t('send')),
      el('button', {type: 'button', class: 'wide', onclick: () => { delete draftOf(ballot).abstain; show(ballot, 'form'); }}, t('back'))];
  },
  sending: () => el('p', {role: 'status'}, t('sending')),
  done: ballot => [el('p', {class: 'done'}, '✓ ', t('voted')),
    receiptOf(ballot) && [el('p', {class: 'soft small'}, t('receipt')), el('p', {class: 'receipt'}, receiptOf(ballot))],
    trouble[ballot.contest] && el('p', {class: 'wrong'}, trouble[ballot.contest]),
    ballot.rules.change_until_close && el('button', {type: 'button', class: 'wide', onclick: () => show(ballot, 'form')}, t('change'))],
  closed: ballot => [el('p', {}, t('closed')), trouble[ballot.contest] && el('p', {class: 'wrong'}, trouble[ballot.contest]),
    receiptOf(ballot) && el('p', {class: 'receipt'}, receiptOf(ballot))],
  card: () => el('p', {}, t('needCard')),
  wait: () => el('p', {class: 'soft'}, t('waiting')),
  other: () => el('p', {class: 'soft'}, t('otherRole')),
  result(ballot) {
    if (!ballot.result) return el('p', {}, t('closed'));
    let place = 1;
    const name = id => ballot.options.find(option => option.id === id)?.label;
    const rows = ballot.result.ranking.flatMap(group => {
      const lines = group.map(id => el('li', {class: 'item' + (place === 1 ? ' on' : '')}, el('div', {class: 'row'},
        el('span', {class: 'num'}, place), el('span', {class: 'grow'}, name(id)),
        el('span', {class: 'count'}, rounded(ballot.result.numbers[id])))));
      place += group.length;
      return lines;
    });
    return [el('p', {class: 'soft'}, t('result')), el('ul', {class: 'plain'}, rows)];
  },
};
const rounded = number => number == null ? '' : new Intl.NumberFormat(language, {maximumFractionDigits: 2}).format(number);

// Sending: the same uid until there is an answer, whatever happens to the page or the network meanwhile.
const onTheWay = {};
function cast(ballot, answer) {
  remember('sending:' + ballot.contest, {ballot: ballot.id, uid: random(16), choices: answer});
  delete trouble[ballot.contest];
  show(ballot, 'form');
  deliver(ballot.contest, 0);
}
async function deliver(contest, tries) {
  const vote = recall('sending:' + contest), ballot = state.ballots.find(one => one.contest === contest);
  if (!vote || !ballot || (!ballot.rules.straw_poll && !secret)) return;
  onTheWay[contest] = true;
  const poll = ballot.rules.straw_poll, body = {card: poll ? null : cardId(), uid: vote.uid, choices: vote.choices};
  if (!poll) body.mac = hex(hmac(utf8(secret), utf8(`vote|${contest}|${vote.uid}|${canonical(vote.choices)}`)));
  const headers = {'Content-Type': 'application/json', 'Accept-Language': language};
  if (poll) headers.Authorization = 'Device ' + device;
  let wait = pause(tries);
  try {
    const answer = await fetch(`/api/ballots/${vote.ballot}/votes`, {method: 'POST', headers, body: JSON.stringify(body)});
    const document = await answer.json();
    if (answer.status < 300 || answer.status < 500 && answer.status !== 429 && answer.status !== 408) {
      delete onTheWay[contest];
      remember('sending:' + contest);
      if (answer.ok) {
        remember('receipt:' + contest, document.receipt);
        remember('draft:' + contest);
        show(ballot);
        say(t('voted'));
      } else {
        trouble[contest] = document.detail;
        if (document.code === 'already-voted' && me) me.voted[vote.ballot] = true;
        show(ballot, document.code === 'choice-refused' ? 'form' : undefined);
        say(document.detail);
      }
      return;
    }
    wait = Math.max(wait, 1000 * (Number(answer.headers.get('Retry-After')) || 0) * (1 + Math.random()));
  } catch { /* no connection: try again */ }
  onTheWay[contest] = setTimeout(() => deliver(contest, tries + 1), wait);
}
// Votes that wait for an answer go out again: after a reload, and as soon as there is a connection.
function deliverAll() {
  for (const {contest} of state.ballots) {
    if (onTheWay[contest] === true) continue;
    clearTimeout(onTheWay[contest]);
    deliver(contest, 0);
  }
}

// Drawing
function draw() {
  document.title = byId('title').textContent = state.event.title;
  drawMe();
  drawEntry();
  drawNow();
  const box = byId('ballots');
  const looks = state.ballots.map(ballot => [ballot, viewOf(ballot)]);
  const sections = looks.sort((one, two) => (one[1] === 'other') - (two[1] === 'other')).map(([ballot, view]) => {
    const key = JSON.stringify([view, ballot, details[ballot.contest], view === 'result' ? 0 : receiptOf(ballot), trouble[ballot.contest], me?.own?.[ballot.id]]);
    if (drawn[ballot.id]?.key !== key) {
      drawn[ballot.id] = {key, section: el('section', {class: 'ballot', 'data-ballot': ballot.id, 'data-view': view, 'aria-labelledby': 'h' + ballot.id},
        ballot.rules.straw_poll && el('span', {class: 'tag'}, t('strawPoll')),
        el('h2', {id: 'h' + ballot.id, tabindex: '-1'}, ballot.title), parts[view](ballot))};
    }
    return drawn[ballot.id].section;
  });
  if (!sections.length) sections.push(drawn.none ||= el('section', {class: 'ballot'}, el('p', {class: 'soft'}, t('noBallot'))));
  const shown = [...box.children];
  if (sections.length !== shown.length || sections.some((section, at) => section !== shown[at])) {
    const focused = document.activeElement;
    box.replaceChildren(...sections);
    if (focused?.isConnected && focused !== document.activeElement) focused.focus();
  }
}
function drawMe() {
  const box = byId('me');
  box.hidden = !me;
  if (me) box.replaceChildren(...[el('p', {class: 'grow'}, el('strong', {}, me.name || t('role_' + me.role))),
    me.team != null && el('p', {}, t('team', {team: me.team})), me.table && el('p', {}, t('table', {table: me.table})), el('p', {id: 'turn'}, turn())].filter(Boolean));
}
// When my team pitches
function turn() {
  const {now, turns = []} = state.pitches || {}, before = turns.findIndex(([team]) => team === me.team);
  if (me.team != null && now === me.team) return t('turnNow');
  if (before < 0) return '';
  const minutes = Math.max(1, Math.round((turns[before][1] * 1000 - Date.now() - ahead) / 60000));
  return t(before ? 'turn' : 'turnNext', {minutes, before: before + (now != null)});
}
function drawEntry() {
  const box = byId('entry'), wanted = !secret && state.ballots.some(ballot => ballot.state === 'open' && !ballot.rules.straw_poll) || !!refused;
  const key = 'card' + refused;
  if (wanted && (box.hidden || box.dataset.key !== key)) {
    const wrong = el('p', {class: 'wrong', role: 'alert', id: 'codeWrong'}, refused);
    const code = el('input', {class: 'code', id: 'code', name: 'code', autocomplete: 'off', autocapitalize: 'characters', spellcheck: 'false', maxlength: 16, 'aria-describedby': 'codeHint codeWrong'});
    box.replaceChildren(el('h2', {}, t('enterCard')), el('form', {onsubmit: event => {
      event.preventDefault();
      const read = readCode(code.value);
      if (!read) { wrong.textContent = t('badCode'); code.focus(); return; }
      takeCard(read);
      draw();
      whoAmI();
    }}, el('label', {for: 'code'}, t('code')), el('p', {class: 'soft small', id: 'codeHint'}, t('codeHint')), code, wrong, el('button', {class: 'main'}, t('useCard'))));
    box.dataset.key = key;
  }
  box.hidden = !wanted;
}
let ahead = 0;
function drawNow() {
  const box = byId('now'), {now, next} = state;
  box.hidden = !now && !next;
  const start = next?.starts_at ? next.starts_at.slice(11, 16) : '';
  box.replaceChildren(...[
    now && el('div', {class: 'row'}, el('div', {class: 'grow'}, el('p', {class: 'soft small'}, t(now.paused ? 'paused' : 'now')), el('h2', {}, now.title)),
      el('span', {class: 'clock', id: 'clock', role: 'timer', 'aria-live': 'off'})),
    next && el('p', {class: 'soft small', id: 'next'}, t('next', {time: start, title: next.title}))].filter(Boolean));
  tick();
}
function tick() {
  document.querySelectorAll('[data-ends]').forEach(line => {
    const ends = state.ballots.find(ballot => ballot.contest === line.dataset.ends)?.closes_at;
    line.textContent = ends ? t('closesIn', {time: countdown(Math.max(0, Math.round((Date.parse(ends) - Date.now() - ahead) / 1000)))}) : '';
  });
  const clock = byId('clock'), now = state.now, mine = me && byId('turn'), words = mine && turn();
  if (mine && mine.textContent !== words) mine.textContent = words;
  if (!clock || !now) return;
  const left = now.paused ? now.remaining : Math.round((Date.parse(now.ends_at) - Date.now() - ahead) / 1000);
  clock.textContent = countdown(left);
  clock.classList.toggle('over', left < 0);
}

// Live state
const opened = () => deliverAll();
function take(fresh, freshTag) {
  const open = state.ballots.filter(ballot => ballot.state === 'open').map(ballot => ballot.contest);
  const seating = state.seating;
  state = fresh;
  tag = freshTag;
  ahead = Date.parse(state.server_time) - Date.now();
  draw();
  const opened = state.ballots.find(ballot => ballot.state === 'open' && !open.includes(ballot.contest));
  if (opened) say(t('opened', {title: opened.title}));
  if (secret && (seating !== state.seating || opened)) setTimeout(whoAmI, Math.random() * (seating !== state.seating ? 3000 : 300));
}

function speak(wanted) {
  location.href = '/?lang=' + wanted + (secret ? '#' + secret : '');
}
function begin() {
  readAddress();
  if ((recall('language') || language) !== language) {
    speak(recall('language'));
    return;
  }
  ahead = Date.parse(state.server_time) - Date.now();
  languageButton(speak);
  draw();
  whoAmI();
  connect(0);
  setInterval(tick, 1000);
  addEventListener('hashchange', () => { if (!leaves()) { readAddress(); draw(); whoAmI(); } });
}
if (!leaves()) begin();
