// Agenda, teams, names and questions. Pages turn by the event's clock, as on the projector.

const PAGE_MS = 12000, MOST_ROWS = 12, KEPT_ABOVE = 3;
const tall = node => node.clientHeight / unit(), wide = node => node.clientWidth / unit();
const unit = () => Math.min(innerWidth, innerHeight) / 1080;

function agendaScene(doc) {
  const {rows, present, ends} = doc.scene, top = topLine(doc);
  if (!rows.length) return scene('list', top, heading(t('agenda')), note(t('noAgenda')));
  const most = Math.max(4, Math.min(MOST_ROWS, Math.floor((innerHeight / unit() - 312) / 60)));
  const first = Math.max(0, Math.min(present - KEPT_ABOVE, rows.length - most)), shown = rows.slice(first, first + most);
  const summary = [shown.length < rows.length && t('range', {first: first + 1, last: first + shown.length, count: rows.length}), ends && t('endsAbout', {time: timeOfDay(ends)})].filter(Boolean).join('  ·  ');
  const times = [];
  const list = el('ol', {class: 'agenda'}, shown.map(row => {
    const time = el('time', {class: 'figures'}), now = row.state === 'running', following = row.state === 'next';
    times.push([row, time]);
    return el('li', {class: row.state, 'aria-current': now && 'step'}, el('span', {class: 'shape'}, now ? mark('go') : row.state === 'done' ? mark('tick') : ''), time,
      fitted('span', {class: 'words one'}, now ? '46 36' : '44 36', row.track ? `${row.track} · ${row.title}` : row.title), (now || following) && el('strong', {}, t(now ? 'now' : 'next')));
  }));
  return scene('list', top, heading(t('agenda'), el('p', {class: 'aside'}, summary)), {node: list, tick(now) {
    for (const [row, time] of times) write(time, row.state === 'next' || row.state === 'later' ? startOf(row, now) : timeOfDay(row.start));
    return untilMinute(now);
  }});
}

// Pages of which one is seen at a time; `lay(place)` puts them out once the place has its size.
function paged(name, doc, title, lay) {
  const top = topLine(doc), aside = el('p', {class: 'aside'}), place = el('div', {class: 'place'});
  const made = scene(name, top, heading(title, aside), place);
  let pages = null, seen = -1;
  return {node: made.node, laid() { pages = lay(place); seen = -1; }, tick(now) {
    const until = made.tick(now);
    if (!pages) return until;
    const number = Math.floor(now / PAGE_MS) % pages.length;
    if (number !== seen) {
      seen = number;
      place.replaceChildren(pages[number].node);
      write(aside, [pages[number].label, pages.length > 1 && t('page', {page: number + 1, pages: pages.length})].filter(Boolean).join('  ·  '));
      fitAll(place);
    }
    return pages.length > 1 ? Math.min(until, PAGE_MS - now % PAGE_MS) : until;
  }};
}
const chunks = (list, size) => Array.from({length: Math.ceil(list.length / size)}, (_, at) => list.slice(at * size, (at + 1) * size));

const GAP = 28, PADDING = 26, HEAD = 62, LINE = 50, LARGEST_LINE = 64;
function teamsScene(doc) {
  const {teams, sector, seats} = doc.scene;
  if (sector !== undefined) return seats.length ? namesScene(doc, sector, seats) : scene('list', topLine(doc), heading(sector), note(t('nobodyOfSector')));
  if (!teams.length) return scene('list', topLine(doc), heading(t('teams')), note(t('teamsSoon')));
  const largest = Math.max(1, ...teams.map(team => team.members.length));
  return paged('list', doc, t('teams'), place => {
    const upright = innerHeight > innerWidth, room = tall(place);
    const wanted = teams.length > 6 ? 4 : Math.max(2, Math.min(3, Math.ceil(teams.length / 2)));
    const columns = Math.max(1, Math.min(wanted, Math.floor((wide(place) + GAP) / (380 + GAP))));
    const card = 2 * PADDING + HEAD, inRows = count => (room - GAP * (count - 1)) / count - card;
    const most = upright ? Math.max(1, Math.floor((room + GAP) / (card + LINE * largest + GAP))) : teams.length > columns && largest <= Math.floor(inRows(2) / LINE) ? 2 : 1;
    const rows = Math.min(most, Math.ceil(teams.length / columns)), lines = Math.floor(inRows(rows) / LINE);
    const line = Math.min(LARGEST_LINE, Math.max(LINE, inRows(rows) / Math.max(1, Math.min(largest, lines))));
    return chunks(teams, columns * rows).map(page => {
      const node = el('div', {class: 'cards'}, page.map(team => teamCard(team, lines)));
      node.style.gridTemplateColumns = `repeat(${columns}, minmax(0, 1fr))`;
      node.style.setProperty('--line', `calc(${line} * var(--u))`);
      node.style.setProperty('--lines', Math.min(lines, largest));
      return {node};
    });
  });
}
function teamCard(team, lines) {
  const hidden = team.members.length > lines ? team.members.length - lines + 1 : 0;
  const names = hidden ? [...team.members.slice(0, lines - 1), said('more', hidden)] : team.members;
  return el('article', {class: 'team'}, el('h2', {}, el('span', {}, t('team', {number: team.number})), team.table && fitted('span', {class: 'table one'}, '38 26', tableName(team))),
    el('ul', {}, names.map(name => fitted('li', {class: 'one'}, '38 30', name))));
}
const isNumber = words => /^\d+$/.test(words);
function tableName({table, team, number}) {
  if (!table) return t('team', {number: team ?? number});
  return isNumber(table) || table.length === 1 ? t('tableOf', {table}) : table;
}

const ROW = 62, TALL_ROW = 79, BETWEEN = 64, NARROWEST = 480;
function findTableScene(doc) {
  return doc.scene.seats.length ? namesScene(doc, t('findTable'), doc.scene.seats) : scene('list', topLine(doc), heading(t('findTable')), note(t('teamsSoon')));
}
// Names are sorted as the language of the page sorts them.
function namesScene(doc, title, seats) {
  const alphabet = new Intl.Collator(language), surname = seat => seat.last || seat.first;
  const plain = seats.every(seat => seat.team === undefined || isNumber(seat.table));
  const people = [...seats].sort((one, two) => alphabet.compare(surname(one), surname(two)) || alphabet.compare(one.first, two.first));
  return paged('list names', doc, title, place => {
    const room = tall(place) - 44, most = Math.max(1, Math.min(3, Math.floor((wide(place) + BETWEEN) / (NARROWEST + BETWEEN))));
    const talls = Math.floor(room / TALL_ROW), lows = Math.floor(room / ROW), count = people.length;
    let columns = 1;
    while (columns < most && count > columns * talls) columns++;
    const roomy = count <= columns * talls, pages = roomy ? 1 : Math.ceil(count / (most * lows));
    const rows = roomy ? Math.max(1, Math.ceil(count / columns)) : Math.max(talls, Math.ceil(count / (pages * most)));
    return chunks(people, rows * columns).map(page => {
      const initial = seat => surname(seat).slice(0, 1).toLocaleUpperCase(language);
      const letters = [...new Set([initial(page[0]), initial(page[page.length - 1])])].join('–');
      const node = el('div', {class: 'seats'}, chunks(page, rows).map(column => el('div', {}, el('p', {class: 'label'}, plain ? t('table') : ''),
        el('ul', {}, column.map(seat => el('li', {}, fitted('span', {class: 'one'}, roomy ? '56 30' : '46 30', seat.last ? `${seat.last}, ${seat.first}` : seat.first),
          el('strong', {}, seat.team === undefined ? '' : plain ? seat.table : tableName(seat))))))));
      node.querySelectorAll('.one').forEach(name => { name.dataset.group = 'names'; });
      node.style.setProperty('--columns', columns);
      node.style.setProperty('--size', roomy ? 56 : 46);
      node.style.setProperty('--row', `calc(${roomy ? TALL_ROW : room / rows} * var(--u))`);
      return {node, label: count > rows * columns ? letters : ''};
    });
  });
}

const MOST_SOURCES = 3;
function questionScene(doc) {
  const {question, questions} = doc.scene, top = topLine(doc);
  if (!question && !questions.length) return scene('list', top, note(t('noQuestion')));
  if (!question) return scene('list', top, heading(t('questionsOfDay')), el('div', {class: 'points fit labelled', 'data-fit': '56 30'},
    el('ul', {}, questions.map(one => el('li', {}, el('strong', {}, one.code), el('span', {}, one.text))))));
  const shown = question.sources.length <= MOST_SOURCES ? question.sources : question.sources.slice(0, MOST_SOURCES - 1);
  const rest = question.sources.length - shown.length;
  return scene('question', top, chip(question.code ? t('question', {code: question.code}) : t('questionOfDay')), fitted('h1', {class: 'rest even'}, '116 40', question.text),
    shown.length > 0 && el('footer', {class: 'sources'}, el('p', {class: 'label'}, t('behind')), [...shown, ...(rest > 0 ? [said('more', rest)] : [])].map(line => fitted('p', {class: 'one'}, '40 30', line))));
}
