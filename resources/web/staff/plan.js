// The rundown: every item with the times it really had, or is expected to have. A tap starts one, after a question.

function drawPlan() {
  const box = byId('page-plan');
  if (!box.children.length) box.append(el('section', {}, el('h2', {}, t('plan')), el('div', {id: 'rundown'})));
  list(byId('rundown'), state.rundown.map(row => ({
    id: 'item' + row.item,
    key: [row, asked === 'item' + row.item],
    make: () => itemRow(row),
  })));
}
function itemRow(row) {
  const running = row.state === 'running', id = 'item' + row.item;
  const time = at(row.actual_start || row.expected_start || row.planned_start), planned = at(row.planned_start);
  const marks = [t('is_' + row.state), row.fixed && t('fixed'), time !== planned && t('plannedFor', {time: planned})];
  const inside = [el('span', {class: 'time'}, time), el('span', {class: 'grow'}, el('strong', {}, row.title), el('small', {}, marks.filter(Boolean).join(' · ')))];
  return el('div', {class: `line ${row.state}`},
    running ? el('div', {class: 'item row on', 'aria-current': 'step'}, inside)
      : el('button', {type: 'button', class: 'item row', 'data-act': 'open', 'aria-expanded': String(asked === id), onclick: () => raise(id)}, inside),
    question(id, t('startQuestion', {title: row.title}), t('startIt'), () => order({type: 'start-item', item: row.item}, () => t('started', {title: row.title}))));
}
