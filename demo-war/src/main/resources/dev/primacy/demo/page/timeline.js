// Who was what in the last two minutes, one lane per node: bars for people who see, words for all.

const SPAN_MS = 120_000;
const WIDTH = 1200;
const LEFT = 70;
const LANE = 26;
const SVG = 'http://www.w3.org/2000/svg';

const shape = (name, attributes, text) => {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  if (text !== undefined) element.textContent = text;
  return element;
};

export class Timeline {
  constructor(place, words) {
    this.place = place;
    this.words = words;
    this.lanes = new Map(); // node -> stretches { role, token, from, until }
  }

  /** Takes down what each node is at this moment. */
  note(nodes) {
    const now = Date.now();
    for (const node of nodes.filter(({ asked }) => asked)) {
      const stretches = this.lanes.get(node) ?? [];
      const last = stretches.at(-1);
      const token = node.role === 'PRIMARY' ? node.report.token : null;
      if (last && last.role === node.role && last.token === token) last.until = now;
      else {
        if (last) last.until = now;
        stretches.push({ role: node.role, token, from: now, until: now });
      }
      this.lanes.set(node, stretches.filter((stretch) => stretch.until > now - SPAN_MS));
    }
  }

  draw(nodes) {
    const now = Date.now();
    const height = nodes.length * LANE + 20;
    const picture = shape('svg', { viewBox: `0 0 ${WIDTH} ${height}`, preserveAspectRatio: 'xMinYMin meet' });
    this.scale(picture, height);
    nodes.forEach((node, index) => this.lane(picture, node, index * LANE, now));
    this.place.replaceChildren(picture);
    this.tell(nodes, now);
  }

  scale(picture, height) {
    for (const ago of [120, 90, 60, 30, 0]) {
      const x = LEFT + ((WIDTH - LEFT) * (120 - ago)) / 120;
      const anchor = ago === 0 ? 'end' : ago === 120 ? 'start' : 'middle';
      picture.append(shape('line', { x1: x, x2: x, y1: 0, y2: height - 16, class: 'tick' }));
      picture.append(shape('text', { x, y: height - 3, 'text-anchor': anchor }, ago === 0 ? 'now' : `−${ago} s`));
    }
  }

  lane(picture, node, y, now) {
    picture.append(shape('text', { x: 0, y: y + 16 }, node.name.slice(0, 9)));
    for (const { role, token, from, until } of this.lanes.get(node) ?? []) {
      const start = LEFT + (WIDTH - LEFT) * Math.max(0, 1 - (now - from) / SPAN_MS);
      const end = LEFT + (WIDTH - LEFT) * Math.max(0, 1 - (now - until) / SPAN_MS);
      const width = Math.max(1, end - start);
      if (role === 'PRIMARY') {
        picture.append(shape('rect', { x: start, y: y + 2, width, height: LANE - 6, rx: 3, class: role }));
        if (width > 60) picture.append(shape('text', { x: start + 6, y: y + 16, class: 'inside' }, `★ ${token ?? ''}`));
      } else {
        picture.append(shape('line', { x1: start, x2: start + width, y1: y + LANE / 2 - 1, y2: y + LANE / 2 - 1, class: role }));
      }
    }
  }

  /** The same in one sentence: how long the group was without a primary. */
  tell(nodes, now) {
    const bars = nodes
      .flatMap((node) => (this.lanes.get(node) ?? []).filter(({ role }) => role === 'PRIMARY'))
      .sort((one, other) => one.from - other.from);
    const gaps = bars.slice(1).map((bar, index) => Math.max(0, bar.from - bars[index].until));
    const text = bars.length === 0
      ? 'No primary was seen.'
      : gaps.length === 0
        ? 'No change of the primary.'
        : `${gaps.length} change${gaps.length > 1 ? 's' : ''} of the primary; the longest time without one, as seen from here: ${(Math.max(...gaps) / 1000).toFixed(1)} s.`;
    if (this.words.textContent !== text) this.words.textContent = text;
  }
}
