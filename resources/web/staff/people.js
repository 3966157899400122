// The door: finding people, checking them in, and putting walk-ins on the list.

const SHOWN = 40;
// As Swedes spell, å, ä and ö are letters of their own; on a keyboard without them a and o find them too.
const plain = words => words.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase();
const swedish = words => words.normalize('NFC').toLowerCase();
function found(person, search) {
  const whole = [person.name, person.organisation, person.reference].join(' ');
  const asIs = swedish(whole), bare = plain(whole);
  return swedish(search).split(/\s+/).every(part => asIs.includes(part) || bare.includes(part));
}
const teamOf = person => state.teams.find(team => team.members.includes(person.id));
function seatOf(person) {
  const team = teamOf(person);
  return team ? [t('team', {team: team.number}), team.table && t('table', {table: team.table})].filter(Boolean).join(' · ') : t('noTeam');
}

let search = '';
function drawPeople() {
  const box = byId('page-people');
  if (!box.children.length) box.append(
    el('section', {}, el('p', {id: 'counts', class: 'counts'}), searchField(), el('p', {id: 'hits', class: 'soft small', role: 'status'}), el('div', {id: 'people'})),
    el('section', {id: 'walkIn'}));
  drawHits();
  list(byId('walkIn'), [{id: 'form', key: [state.sectors, state.quotas], make: walkInForm}]);
}
function searchField() {
  const field = el('input', {type: 'search', id: 'search', class: 'text', autocomplete: 'off', spellcheck: 'false', enterkeyhint: 'search',
    oninput: () => { search = field.value.trim(); drawHits(); }});
  return el('div', {}, el('label', {for: 'search'}, t('search')), field);
}
function drawHits() {
  const people = state.participants, count = attendance => people.filter(person => person.attendance === attendance).length;
  const numbers = {here: count('checked-in'), coming: count('registered'), absent: count('absent'), waiting: count('waiting')};
  byId('counts').replaceChildren(...Object.entries(numbers).filter(([name, number]) => number || name !== 'waiting')
    .map(([name, number]) => el('span', {}, el('strong', {class: 'big'}, number), ' ', t('count_' + name))));
  const hits = search ? people.filter(person => found(person, search)) : people;
  const first = hits.slice(0, SHOWN);
  byId('hits').textContent = !hits.length && search ? t('nobody') : hits.length > SHOWN ? told('more', hits.length - SHOWN) : '';
  list(byId('people'), first.map(person => ({id: 'person' + person.id, key: [person, seatOf(person)], make: () => personRow(person)})));
}
function personRow(person) {
  return el('div', {class: 'person'},
    el('p', {class: 'grow'}, el('strong', {}, person.name), el('small', {}, [person.organisation, seatOf(person)].filter(Boolean).join(' · ')),
      el('small', {class: person.attendance === 'checked-in' ? 'done' : 'status'}, (person.attendance === 'checked-in' ? '✓ ' : '') + t('at_' + person.attendance))),
    el('div', {class: 'acts'}, personButtons(person)));
}
function personButtons(person) {
  const tell = (key, extra) => () => t(key, {name: person.name, seat: seatOf(person), ...extra});
  const act = (words, name, type, done, more) => button(t(words), () => order({type, participant: person.id}, done),
    {'data-act': name, 'aria-label': t(words + 'Of', {name: person.name}), ...more});
  const here = person.attendance === 'checked-in', away = person.attendance === 'absent';
  return [!here && act('checkIn', 'in', 'check-in', tell('isHere'), {class: 'go'}),
    person.attendance === 'registered' && act('absent', 'absent', 'mark-absent', tell('isAbsent')),
    (here || away) && act('undoIt', 'undo', 'undo-check-in', tell('isExpected'))];
}
function walkInForm() {
  const field = (name, about) => el('input', {id: 'new-' + name, class: 'text', autocomplete: 'off', maxlength: 120, ...about});
  const choice = (name, options) => el('select', {id: 'new-' + name, class: 'text'}, el('option', {value: ''}, t('none')),
    options.map(option => el('option', {value: option.id}, option.name)));
  const name = field('name', {required: true}), organisation = field('organisation');
  const sector = choice('sector', state.sectors), quota = choice('quota', state.quotas);
  const row = (words, input) => el('div', {}, el('label', {for: input.id}, t(words)), input);
  return el('form', {onsubmit: event => {
    event.preventDefault();
    const command = {type: 'add-walk-in', name: name.value, organisation: organisation.value.trim()};
    if (sector.value) command.sector = Number(sector.value);
    if (quota.value) command.quota = Number(quota.value);
    const added = name.value.trim();
    careful(() => order(command, () => {
      event.target.reset();
      return t('walkedIn', {name: added});
    }))();
  }}, el('h2', {}, t('walkIn')), row('name', name), row('organisation', organisation),
  state.sectors.length ? row('sector', sector) : null, state.quotas.length ? row('quota', quota) : null,
  el('button', {class: 'wide', 'data-act': 'add'}, t('addWalkIn')));
}

// A badge whose code was scanned with this phone.
function drawBadge() {
  const box = byId('badge');
  box.hidden = atHand === null;
  if (box.hidden) return;
  const person = holderOf(atHand);
  const foreign = !person && /^[0-9]+-[0-9A-Z]+$/.test(atHand) ? 'otherBadge' : 'unknownBadge';
  list(box, [{id: 'person', key: [person, person && seatOf(person), atHand, justIn], make: () => el('div', {}, person ? badgeOf(person) : el('p', {class: 'wrong', role: 'alert'}, t(foreign)))},
    {id: 'done', key: 0, make: () => button(t('closeBadge'), () => { atHand = null; draw(); }, {class: 'wide', 'data-act': 'close'})}]);
}
// The code of a badge is an id and a check; a list's own reference, or an id that somebody types, will do as well.
function holderOf(code) {
  const one = field => state.participants.find(person => person[field] && String(person[field]) === code);
  return one('badge') || one('reference') || one('id');
}
// Who was checked in on this phone a moment ago: everybody else who is here was here already, which has to be said.
let justIn = null;
function badgeOf(person) {
  const here = person.attendance === 'checked-in';
  const tell = (key, who) => () => { justIn = who; return t(key, {name: person.name, seat: seatOf(person)}); };
  const enter = () => order({type: 'check-in', participant: person.id}, tell('isHere', person.id));
  const leave = () => order({type: 'undo-check-in', participant: person.id}, tell('isExpected', null));
  const state = here ? [el('p', {class: 'done big', role: 'status'}, '✓ ', justIn === person.id ? t('at_checked-in') : t('alreadyHere', {name: person.name})),
    button(t('undoIt'), leave, {class: 'wide', 'data-act': 'undo', 'aria-label': t('undoItOf', {name: person.name})})]
    : [person.attendance !== 'registered' && el('p', {class: 'status'}, t(person.attendance === 'waiting' ? 'waitsStill' : 'at_' + person.attendance)),
      button(t('checkIn'), enter, {class: 'main go', 'data-act': 'in'})];
  return [el('h2', {}, person.name), el('p', {}, [person.organisation, seatOf(person)].filter(Boolean).join(' · ')), state];
}
