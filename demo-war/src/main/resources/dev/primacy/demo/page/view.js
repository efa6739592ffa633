// Puts what the nodes say on the page. Touches only what changed, so that focus and speech stay calm.

const WORDS = { PRIMARY: 'Primary', SECONDARY: 'Secondary', NOT_IN_GROUP: 'Not in a group', ABSENT: 'No answer' };
const GLYPHS = { PRIMARY: '★', SECONDARY: '○', NOT_IN_GROUP: '◇', ABSENT: '✕' };

const put = (element, text) => {
  if (element.textContent !== text) element.textContent = text;
};

const seconds = (millis) => (millis / 1000).toFixed(1) + ' s';

const clock = (millis) => {
  const time = new Date(millis);
  return time.toLocaleTimeString('en-GB') + '.' + String(time.getMilliseconds()).padStart(3, '0');
};

/** The cards, one per node. */
export class Cards {
  constructor(place, template, act) {
    this.place = place;
    this.template = template;
    this.act = act;
    this.cards = new Map();
    this.longest = 1; // the longest lease remainder seen, the full bar
  }

  show(nodes) {
    nodes.forEach((node, index) => {
      const card = this.cards.get(node) ?? this.create(node);
      if (this.place.children[index] !== card) this.place.insertBefore(card, this.place.children[index] ?? null);
      this.fill(card, node);
    });
  }

  create(node) {
    const card = this.template.content.firstElementChild.cloneNode(true);
    for (const button of card.querySelectorAll('button')) {
      button.addEventListener('click', () => this.act(button.dataset.action, node));
    }
    this.cards.set(node, card);
    return card;
  }

  fill(card, node) {
    const role = node.role;
    card.dataset.role = role;
    put(card.querySelector('.glyph'), GLYPHS[role]);
    put(card.querySelector('h2'), node.name);
    put(card.querySelector('.role'), this.title(node));
    const link = card.querySelector('.url');
    link.href = node.url + 'cluster';
    put(link, new URL(node.url).host);
    link.setAttribute('aria-label', node.name + ': the cluster as it sees it');
    this.lease(card.querySelector('progress'), node);
    const row = (name, text) => put(card.querySelector(`[data-row="${name}"]`), text);
    row('role', role === 'ABSENT' ? 'unknown' : this.standing(node));
    row('connection', this.connection(node));
    row('heartbeat', this.heartbeat(node));
    row('update', this.update(node));
    row('members', this.members(node));
    row('attributes', this.attributes(node));
    this.buttons(card, node);
  }

  title(node) {
    const token = node.report?.token;
    return node.role === 'PRIMARY' && token != null ? `${WORDS.PRIMARY}, term ${token}` : WORDS[node.role];
  }

  standing(node) {
    return `${WORDS[node.role]} (${node.report.standing.toLowerCase()})`;
  }

  connection(node) {
    if (!node.asked) return 'asking…';
    if (!node.reachable) return 'this page gets no answer';
    const { state, detail } = node.report.store;
    const engine = node.report.engine ?? 'no engine';
    return detail ? `${engine}: ${detail}` : `${engine}: ${state.toLowerCase()}`;
  }

  heartbeat(node) {
    if (node.heardAt === null) return 'never';
    const age = performance.now() - node.heardAt;
    return node.reachable && age < 1500 ? 'now' : seconds(age) + ' ago';
  }

  update(node) {
    const last = node.report?.recent.at(-1);
    return last ? `${clock(last.at)} ${last.cause.toLowerCase().replace('_', ' ')}` : '–';
  }

  members(node) {
    if (!node.report) return '–';
    const names = node.report.nodes.map((other) =>
      other.node + (other.primary ? ' ★' : '') + (other.lifecycle === 'LEAVING' ? ' (leaving)' : ''));
    return names.length ? names.join(', ') : 'none known';
  }

  attributes(node) {
    const self = node.report?.nodes.find((other) => other.incarnation === node.report.incarnation);
    const texts = Object.entries(self?.attributes ?? {}).map(([name, text]) => `${name} ${text}`);
    return texts.length ? texts.join(', ') : '–';
  }

  lease(bar, node) {
    const left = node.role === 'PRIMARY' ? node.report.leaseRemainingMs : 0;
    this.longest = Math.max(this.longest, left);
    const age = node.heardAt === null ? 0 : performance.now() - node.heardAt;
    const now = Math.max(0, left - age);
    bar.value = now / this.longest;
    bar.hidden = false;
    bar.setAttribute('aria-label', left > 0 ? `lease: ${seconds(now)} left` : 'no lease');
  }

  buttons(card, node) {
    const write = card.querySelector('[data-action="write"]');
    const stepDown = card.querySelector('[data-action="step-down"]');
    write.disabled = !node.reachable;
    stepDown.disabled = node.role !== 'PRIMARY' || node.report.standing === 'STANDALONE';
    write.setAttribute('aria-label', `Write on ${node.name}`);
    stepDown.setAttribute('aria-label', `Step down ${node.name}`);
  }
}

/** The line at the top. */
export const facts = (nodes) => {
  const known = nodes.reachable.map((node) => node.report);
  if (known.length === 0) return 'no node answers';
  const terms = known.map((report) => report.token).filter((token) => token !== null);
  const holder = nodes.all.find((node) => node.role === 'PRIMARY');
  return [
    `group ${known[0].group}`,
    holder ? `${holder.name} is the primary` : 'no primary now',
    terms.length ? `term ${Math.max(...terms)}` : null,
    `${known.length} of ${nodes.all.length} nodes answer`,
  ].filter(Boolean).join(' · ');
};

/** The table of outcomes. */
export const showWrites = (body, nodes) => {
  nodes.forEach((node, index) => {
    const row = body.rows[index] ?? body.insertRow();
    if (!row.cells.length) {
      row.append(document.createElement('th'));
      row.cells[0].scope = 'row';
      for (let column = 0; column < 4; column++) row.insertCell().className = 'number';
    }
    const { stored, refused, other, counter } = node.writes;
    [node.name, stored, refused, other, counter ?? '–'].forEach((value, column) => put(row.cells[column], String(value)));
  });
};

/** The role changes all nodes told, newest first, a few at a time. */
export class Events {
  constructor(list) {
    this.list = list;
    this.seen = new Set();
    this.waiting = [];
    this.paused = false;
    setInterval(() => this.publish(), 1000); // no faster: a screen reader has to keep up
  }

  take(node) {
    for (const change of node.report?.recent ?? []) {
      const id = `${node.report.incarnation}/${change.seq}/${change.at}`;
      if (this.seen.has(id)) continue;
      this.seen.add(id);
      this.waiting.push({ at: change.at, who: node.name, text: this.words(change) });
    }
  }

  words({ previous, role, token, cause }) {
    const from = previous === null ? 'started as ' : `${previous} → `;
    return `${from}${role}${token === null ? '' : ' term ' + token} (${cause.toLowerCase().replaceAll('_', ' ')})`;
  }

  say(who, text) {
    this.waiting.push({ at: Date.now(), who, text });
  }

  publish() {
    if (this.paused || this.waiting.length === 0) return;
    this.waiting.sort((one, other) => one.at - other.at);
    for (const { at, who, text } of this.waiting.splice(0)) {
      const older = [...this.list.children].find((line) => Number(line.dataset.at) <= at);
      this.list.insertBefore(this.line(at, who, text), older ?? null);
    }
    while (this.list.children.length > 200) this.list.lastElementChild.remove();
  }

  line(at, who, text) {
    const item = document.createElement('li');
    const time = document.createElement('time');
    const name = document.createElement('span');
    const words = document.createElement('span');
    item.dataset.at = at;
    time.dateTime = new Date(at).toISOString();
    time.textContent = clock(at);
    name.className = 'who';
    name.textContent = who;
    words.textContent = text;
    item.append(time, name, words);
    return item;
  }
}
