// The ballots: how many have voted, and opening, closing and revealing, each after a question.

const STEPS = {draft: ['open-ballot', 'open'], open: ['close-ballot', 'close'], closed: ['reveal-result', 'reveal']};
const POLL_MS = 3000, MORE_SECONDS = 60;

function drawVotes() {
  const box = byId('page-votes');
  if (!box.children.length) box.append(el('div', {id: 'ballots'}));
  const rows = state.ballots.map(ballot => ({
    id: 'ballot' + ballot.id,
    key: [ballot, asked === 'ballot' + ballot.id, asked === 'place' + ballot.id],
    make: () => ballotCard(ballot),
  }));
  if (!rows.length) rows.push({id: 'none', key: 0, make: () => el('section', {class: 'ballot'}, el('p', {class: 'soft'}, t('noBallots')))});
  list(byId('ballots'), rows);
}
function ballotCard(ballot) {
  const {cast, eligible} = ballot.turnout, id = 'ballot' + ballot.id, place = 'place' + ballot.id, step = STEPS[ballot.state];
  const share = eligible ? Math.round(100 * cast / eligible) : 0;
  return el('section', {class: 'ballot', 'aria-labelledby': 'h' + id},
    el('p', {class: 'tag ' + ballot.state}, t('phase_' + ballot.state)), ballot.straw_poll && el('p', {class: 'tag'}, t('strawPoll')),
    el('h2', {id: 'h' + id}, ballot.title),
    ballot.state !== 'draft' && [el('p', {}, el('strong', {class: 'big'}, cast), ' ', t('ofEligible', {eligible, share})),
      el('progress', {max: Math.max(eligible, 1), value: Math.min(cast, eligible), 'aria-label': t('turnout')})],
    ballot.state === 'draft' && el('p', {class: 'soft'}, told('mayVote', eligible)),
    ballot.result && el('p', {}, winners(ballot)),
    ballot.state === 'open' && ballot.closes_at && el('div', {class: 'row'}, el('p', {class: 'soft grow'}, t('closesAt', {time: at(ballot.closes_at)})),
      button(t('extend'), () => order({type: 'extend-ballot', ballot: ballot.id, seconds: MORE_SECONDS}, () => t('extendDone', {title: ballot.title})), {'data-act': 'extend', 'aria-label': `${t('extend')}. ${t('extendOf')}`})),
    ballot.state === 'closed' && [ballot.unveiled > 0 && el('p', {class: 'soft'}, t('unveiled' + ballot.unveiled)),
      button(t('revealPlace'), () => raise(place), {class: 'wide', 'data-act': 'place', 'aria-expanded': String(asked === place)}),
      question(place, t('placeQuestion'), t('revealPlace'), () => order({type: 'reveal-result', ballot: ballot.id, step: true}, () => t('placeDone', {title: ballot.title})))],
    step && button(t(step[1] + 'Ballot'), () => raise(id), {class: 'wide', 'data-act': 'step', 'aria-expanded': String(asked === id)}),
    step && question(id, t(step[1] + 'Question', {title: ballot.title}), t(step[1] + 'Ballot'),
      () => order({type: step[0], ballot: ballot.id}, () => t(step[1] + 'Done', {title: ballot.title}))));
}
function winners(ballot) {
  const names = ballot.result.winners.map(id => ballot.options.find(option => option.id === id)?.label).filter(Boolean);
  return names.length ? t(names.length > 1 ? 'shared' : 'winner', {names: names.join(', ')}) : t('noWinner');
}
// Votes do not change the state that all phones are told, so that the turnout is asked for while somebody looks at it.
setInterval(() => {
  const open = state && state.ballots.some(ballot => ballot.state === 'open');
  if (open && page === 'votes' && !document.hidden) readState();
}, POLL_MS);
