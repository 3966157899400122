// The event's own colours, made as light or dark as they must be to be read on the theme's grounds (WCAG 2.2, 1.4.3 and
// 1.4.11), as on the projector.

const TEXT = 4.5, GRAPHICS = 3, STEPS = 255, BLACK = '#000000', WHITE = '#ffffff';
const levels = colour => [1, 3, 5].map(at => parseInt(colour.slice(at, at + 2), 16));
function luminance(colour) {
  const [red, green, blue] = levels(colour).map(level => level / 255)
    .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
function contrast(one, other) {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}
const leastContrast = (colour, grounds) => Math.min(...grounds.map(ground => contrast(colour, ground)));
// Python rounds halves to the even number.
const rounded = value => value % 1 === 0.5 ? 2 * Math.round(value / 2) : Math.round(value);
function mixed(colour, end, share) {
  const ends = levels(end);
  return '#' + levels(colour).map((level, at) => rounded(level + (ends[at] - level) * share).toString(16).padStart(2, '0')).join('');
}
function readable(colour, grounds, least) {
  const end = leastContrast(BLACK, grounds) >= leastContrast(WHITE, grounds) ? BLACK : WHITE;
  for (let step = 0; step <= STEPS; step++) {
    const trial = mixed(colour, end, step / STEPS);
    if (leastContrast(trial, grounds) >= least) return trial;
  }
  return end;
}
const writtenOn = colour => contrast(WHITE, colour) >= TEXT ? WHITE : BLACK;

function paint(look) {
  const root = document.documentElement;
  root.dataset.theme = look.theme;
  root.removeAttribute('style');
  const style = getComputedStyle(root), of = name => style.getPropertyValue('--' + name).trim();
  const set = (name, colour) => root.style.setProperty('--' + name, colour);
  const grounds = [of('ground'), of('panel')];
  if (look.primary) {
    set('calm', readable(look.primary, grounds, TEXT));
    set('measure', readable(look.primary, grounds, GRAPHICS));
  }
  if (look.accent) set('accent', readable(look.accent, grounds, TEXT));
  set('on-measure', writtenOn(of('measure')));
  set('on-accent', writtenOn(of('accent')));
}
