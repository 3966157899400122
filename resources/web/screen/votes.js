// Ballots with the way in and the turnout, and results once they are revealed.

function instruction({method, most, budget}) {
  if (method === 'dots') return said('dots', budget);
  return (method === 'approval' || method === 'ranked') && most != null ? said(method, most) : t(method);
}
function ballotScene(doc) {
  const {ballot, turnout, day, closing} = doc.scene, top = topLine(doc);
  if (!ballot) return scene('list', top, note(t('noVote')));
  const draft = ballot.phase === 'draft', open = ballot.phase === 'open';
  const sentence = draft ? t('notOpen') : open ? instruction(ballot) : t('closed');
  const clock = closing ? timeToVote(closing, 0) : day && day.clock && open ? timeToVote(day.clock) : null;
  const words = el('div', {class: 'asked'}, ballot.straw_poll && chip(t('strawPoll')), fitted('h1', {}, '84 40', ballot.title), el('p', {class: 'sentence'}, sentence),
    turnout && turnoutPart(turnout), clock?.node);
  const body = el('div', {class: 'beside'}, words, (draft || open) && codes(doc, t('scanToVote'), t('voteSecond')));
  return scene('ballot', top, {node: body, tick: now => clock ? clock.tick(now) : Infinity});
}
function turnoutPart({cast, eligible}) {
  const progress = bar();
  progress.set(eligible ? cast / eligible : null);
  return el('div', {class: 'turnout'}, el('p', {}, el('strong', {class: 'figures'}, cast), el('span', {}, eligible ? t('ofEligible', {eligible}) : said('voted', cast))), progress.node);
}
// A ballot that closes by itself is never over time: at the end it closes.
function timeToVote(clock, least = -Infinity) {
  const shape = el('span', {class: 'shape'}), figures = el('strong', {class: 'figures', role: 'timer', 'aria-live': 'off'}), word = el('span', {class: 'soft'});
  const node = el('p', {class: 'time-left'}, shape, figures, word);
  return {node, tick(now) {
    const left = Math.max(least, leftOf(clock, now)), phase = left === least ? 'nearly-over' : phaseOf(clock, now);
    node.dataset.phase = phase;
    if (shape.dataset.of !== phase) {
      shape.dataset.of = phase;
      shape.replaceChildren(mark(MARKS[phase]));
    }
    write(figures, countdown(shownSeconds(left)));
    write(word, t(phase === 'over' ? 'overTime' : phase === 'paused' ? 'pausedVote' : 'leftToVote'));
    return untilChange(clock, now);
  }};
}

const MOST_BARS = 16, MOST_STRESSED = 4, STRESS = 1.7, HIGHEST_SCORE = 5;
function figure(number, rule) {
  if (number == null) return '–';
  if (rule !== 'mean' && Number.isInteger(number)) return String(number);
  const words = number.toFixed(rule === 'mean' ? 2 : 1);
  return language === 'sv' ? words.replace('.', ',') : words;
}
function resultsScene(doc) {
  const {ballot, result, podium} = doc.scene;
  if (!ballot) return scene('list', topLine(doc), note(t('noResult')));
  const title = fitted('h1', {class: 'one'}, '80 40', ballot.title);
  if (podium) return {node: el('section', {class: 'scene results'}, title, places(podium)), tick: () => 60000};
  if (!result) {
    const words = t(ballot.phase === 'closed' ? 'counting' : 'toCome');
    return scene('counting', topLine(doc), el('div', {class: 'note'}, fitted('h1', {}, '120 56', words), el('p', {class: 'below'}, ballot.title)));
  }
  const caption = [ballot.straw_poll && t('strawPoll'), said('haveVoted', result.ballots), t('unit_' + (result.combined ? 'combined' : result.rule)), result.winners > 1 && t('shareFirst', {count: result.winners})];
  const empty = !result.ballots ? t('noVotes') : !result.winners ? t('noWinner') : '';
  const drawn = empty ? note(empty) : result.spots ? map(result.spots) : bars(result);
  return {node: el('section', {class: 'scene results'}, title, el('p', {class: 'caption'}, caption.filter(Boolean).join('  ·  ')), drawn), tick: () => 60000};
}
// The first places, revealed from the third upwards: those still to come keep their names to themselves.
function places(podium) {
  return el('ol', {class: 'podium'}, podium.map(({place, labels}) => el('li', {class: labels ? 'shown' : ''},
    el('span', {class: 'figures'}, labels && place === 1 ? mark('medal') : place),
    el('div', {class: 'name'}, fitted(labels ? 'strong' : 'span', {}, labels ? '76 40' : '56 40', labels ? labels.join(' · ') : t('stillToCome'))))));
}
function bars({rows, rule, winners, combined}) {
  const shown = rows.length <= MOST_BARS ? rows : rows.slice(0, MOST_BARS - 1), rest = rows.length - shown.length;
  const full = combined ? 100 : rule === 'mean' ? HIGHEST_SCORE : Math.max(...rows.map(row => Math.abs(row.number || 0))) || 1;
  const stressed = winners <= MOST_STRESSED;
  const list = el('ol', {class: 'bars'}, shown.map(row => {
    const fill = el('span', {class: 'fill'}, row.winner && stressed && el('b', {}, t(winners > 1 ? 'shared' : 'winner')));
    fill.style.width = `calc(${Math.min(1, Math.max(0, (row.number || 0) / full))} * (100% - var(--numbers)))`;
    return el('li', {class: row.winner ? 'winner' : ''}, el('span', {class: 'figures'}, row.winner ? mark('medal') : row.place), el('span', {class: 'words'}, row.label),
      el('span', {class: 'room'}, fill, el('span', {class: 'number'}, figure(row.number, rule))));
  }), rest > 0 && el('li', {class: 'soft'}, el('span', {}), el('span', {}), said('more', rest)));
  const shares = [...shown.map(row => row.winner && stressed ? STRESS : 1), ...(rest > 0 ? [1] : [])];
  list.style.gridTemplateRows = shares.map(share => `minmax(0, ${share}fr)`).join(' ');
  list.style.setProperty('--slots', shares.reduce((sum, share) => sum + share, 0));
  list.style.setProperty('--numbers', `${Math.max(...shown.map(row => figure(row.number, rule).length)) * 0.7 + 0.5}em`);
  return list;
}

// A map: interest from left to right, feasibility from below upwards, both from 1 to 5
const PLOT = [862, 720], INSET = 62, DOT = 58, MOST_NAMED = 12, HIGHEST = 5, LOWEST = 1;
function map(spots) {
  const [across, up] = PLOT, span = HIGHEST - LOWEST, parts = [['rect', {width: across, height: up, rx: 20, class: 'panel'}]];
  for (let step = 0; step <= span; step++) {
    const x = INSET + step / span * (across - 2 * INSET), y = INSET + step / span * (up - 2 * INSET);
    parts.push(['path', {d: `M${x} 20V${up - 20}M20 ${y}H${across - 20}`, class: 'grid'}]);
  }
  const svg = drawing(across, parts);
  svg.setAttribute('viewBox', `0 0 ${across} ${up}`);
  const cells = {};
  spots.forEach((spot, at) => (cells[[spot.x, spot.y]] ||= []).push({...spot, number: at + 1}));
  for (const near of Object.values(cells)) {
    const columns = Math.ceil(Math.sqrt(near.length)), rows = Math.ceil(near.length / columns);
    near.forEach((spot, at) => {
      const row = Math.floor(at / columns), inRow = Math.min(columns, near.length - row * columns);
      const x = INSET + (spot.x - LOWEST) / span * (across - 2 * INSET) + (at % columns - (inRow - 1) / 2) * DOT;
      const y = up - INSET - (spot.y - LOWEST) / span * (up - 2 * INSET) + (row - (rows - 1) / 2) * DOT;
      const dot = drawing(1, [['circle', {cx: x, cy: y, r: DOT / 2 - 2}], ['text', {x, y: y + 13, 'text-anchor': 'middle'}]]);
      dot.lastChild.textContent = spot.number;
      const group = document.createElementNS(SVG, 'g');
      group.setAttribute('class', spot.winner ? 'spot winner' : 'spot');
      group.append(...dot.childNodes);
      svg.append(group);
    });
  }
  const shown = spots.length <= MOST_NAMED ? spots : spots.slice(0, MOST_NAMED - 1), rest = spots.length - shown.length;
  return el('div', {class: 'map'}, el('figure', {}, el('span', {class: 'up', 'aria-hidden': 'true'}, t('feasible')), svg, el('figcaption', {'aria-hidden': 'true'}, t('interesting'))),
    el('ol', {}, shown.map((spot, at) => el('li', {class: spot.winner ? 'winner' : ''}, el('span', {class: 'figures'}, at + 1), el('span', {class: 'words'}, spot.label))), rest > 0 && el('li', {class: 'soft'}, el('span', {}), said('more', rest))));
}
