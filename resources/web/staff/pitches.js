// The pitch queue: who is on stage, who comes next, who is not there, and changing places.

let swapping = null, allPitches = false;
const FEW_PITCHES = 4;
const pitchName = team => [t('team', {team}), state.pitches.titles[team]].filter(Boolean).join(' · ');
function drawPitches() {
  const {pitches} = state, box = byId('pitches');
  box.hidden = !pitches || !pitches.running;
  if (box.hidden) return;
  const {now, waiting, absent, each_seconds: each, ends} = pitches;
  list(box, [
    {id: 'pitch-head', key: 0, make: () => el('h2', {}, t('pitches'))},
    {id: 'pitch-share', key: [waiting.length, each, ends], make: () => el('p', {class: 'soft small'}, waiting.length > 0 && each > 0 && t('pitchShare', {teams: told('teamsLeft', waiting.length), each: countdown(each), time: at(ends)}))},
    {id: 'pitch-now', key: [now, waiting.length], make: onStage},
    ...(allPitches ? waiting : waiting.slice(0, FEW_PITCHES)).map((one, place) => ({id: 'pitch' + one.team, key: [one, place, swapping, waiting.length], make: () => waitingRow(one)})),
    ...(waiting.length > FEW_PITCHES ? [{id: 'pitch-all', key: [allPitches, waiting.length], make: () => button(t(allPitches ? 'fewTeams' : 'allTeams', {count: waiting.length}),
      () => { allPitches = !allPitches; draw(); }, {class: 'wide', 'data-act': 'all', 'aria-expanded': String(allPitches)})}] : []),
    ...absent.map(team => ({id: 'away' + team, key: team, make: () => absentRow(team)})),
  ]);
}
function onStage() {
  const {now, waiting} = state.pitches, seen = now ? {team: now.team} : {};
  const words = now ? [el('strong', {}, pitchName(now.team)), el('small', {}, t('phase_' + now.phase))] : t(waiting.length ? 'nobodyOnStage' : 'allPitched');
  return el('div', {}, el('div', {class: 'person'}, el('p', {class: 'grow'}, words), now && el('strong', {class: 'big', role: 'timer', 'aria-live': 'off', 'data-until': JSON.stringify(now)}, countdown(secondsOf(now)))),
    (now || waiting.length > 0) && el('div', {class: 'row even'},
      button(t(now ? 'nextPhase' : 'firstPitch'), careful(() => order({type: 'next-pitch', ...seen})), {class: 'go wider', 'data-act': 'phase'}),
      now && button(t('nextTeam'), careful(() => order({type: 'skip-to-team', ...seen})), {'data-act': 'team'}),
      now && now.phase !== 'questions' && button(t('notThere'), careful(() => order({type: 'pitch-absent', team: now.team}, () => t('isNotThere', {team: now.team}))), {'data-act': 'away', 'aria-label': t('notThereOf', {team: now.team})})));
}
function waitingRow({team, begins}) {
  const others = state.pitches.waiting.map(one => one.team).filter(one => one !== team);
  const swap = other => careful(() => {
    swapping = null;
    return order({type: 'swap-pitches', team, other}, () => t('swapped', {one: team, two: other}));
  });
  return el('div', {}, el('div', {class: 'person'}, el('p', {class: 'grow'}, el('strong', {}, pitchName(team)), el('small', {}, at(begins))),
    el('div', {class: 'acts'},
      others.length > 0 && button(t('swap'), () => { swapping = swapping === team ? null : team; draw(); }, {'data-act': 'swap', 'aria-expanded': String(swapping === team), 'aria-label': t('swapOf', {team})}),
      button(t('notThere'), careful(() => order({type: 'pitch-absent', team}, () => t('isNotThere', {team}))), {'data-act': 'away', 'aria-label': t('notThereOf', {team})}))),
  swapping === team && answers(t('swapQuestion', {team}), ...others.map(other => button(t('swapWith', {team: other}), swap(other), {'data-act': 'with' + other}))));
}
function absentRow(team) {
  return el('div', {class: 'person'}, el('p', {class: 'grow'}, el('strong', {}, pitchName(team)), el('small', {}, t('absentTeams'))),
    el('div', {class: 'acts'}, button(t('queueAgain'), careful(() => order({type: 'requeue-pitch', team}, () => t('isLast', {team}))), {'data-act': 'again', 'aria-label': t('queueAgainOf', {team})})));
}
