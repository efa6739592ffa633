// The nodes, asked one by one. Each speaks for itself only; that makes a partition visible.

const EVERY_MS = 500;
const ANSWER_WITHIN_MS = 1500;

/** The address of a node with a slash at its end, so that paths can be added to it. */
const base = (url) => (url.endsWith('/') ? url : url + '/');

/** One node as this page knows it. */
class Node {
  constructor(url) {
    this.url = base(url);
    this.report = null; // its last answer
    this.heardAt = null; // when that came, by this page's clock
    this.asked = false;
    this.reachable = false;
    this.claim = null; // the stretch in which it was certainly primary under one token
    this.writes = { stored: 0, refused: 0, other: 0, counter: null };
  }

  get name() {
    return this.report?.node ?? new URL(this.url).host;
  }

  /** Its role in its own words; ABSENT is this page's word for no answer. */
  get role() {
    return this.reachable ? this.report.role : 'ABSENT';
  }

  async ask() {
    const sentAt = performance.now();
    try {
      const answer = await fetch(this.url + 'cluster', {
        headers: { Accept: 'application/json' },
        cache: 'no-store',
        signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
      });
      if (!answer.ok) throw new Error('status ' + answer.status);
      this.heard(await answer.json(), sentAt, performance.now());
    } catch {
      this.reachable = false;
    }
    this.asked = true;
  }

  heard(report, sentAt, receivedAt) {
    this.report = report;
    this.heardAt = receivedAt;
    this.reachable = true;
    const tenure = report.role === 'PRIMARY' ? report.scope + '/' + report.token : null;
    if (tenure === null) return;
    if (this.claim?.tenure === tenure) this.claim.until = sentAt;
    else this.claim = { tenure, from: receivedAt, until: receivedAt };
  }

  async post(path, body) {
    return fetch(this.url + path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  }

  /** One write, never repeated; what came of it. */
  async write(id) {
    try {
      const answer = await this.post('write', { id });
      const body = await answer.json().catch(() => ({}));
      this.count(answer.status, body);
      return { status: answer.status, body };
    } catch {
      this.writes.other++;
      return { status: 0, body: {} };
    }
  }

  count(status, body) {
    if (status === 200) {
      this.writes.stored++;
      this.writes.counter = body.counter;
    } else if (status === 503) this.writes.refused++;
    else this.writes.other++;
  }
}

/** All nodes: the one this page came from, and those that any of them names. */
export class Nodes {
  constructor(own) {
    this.all = [new Node(own)];
    this.known = new Set([base(own)]);
  }

  get reachable() {
    return this.all.filter((node) => node.reachable);
  }

  /** Asks all of them now and then for ever; calls back after each answer. */
  start(changed) {
    const turn = async () => {
      if (!document.hidden) {
        await Promise.all(this.all.map((node) => node.ask().then(() => this.learn(node, changed))));
      }
      setTimeout(turn, EVERY_MS);
    };
    turn();
  }

  learn(node, changed) {
    const report = node.report;
    if (node.reachable) {
      if (report.url) this.known.add(base(report.url)); // its own name for itself
      for (const url of [...report.expected, ...report.nodes.map((other) => other.url)]) {
        if (url) this.add(base(url));
      }
    }
    changed();
  }

  add(url) {
    if (this.known.has(url)) return;
    this.known.add(url);
    this.all.push(new Node(url));
    this.all.sort((one, other) => one.url.localeCompare(other.url, 'en', { numeric: true }));
  }

  /**
   * Two nodes that were certainly primary at one instant. An answer says what was true at some
   * moment between question and answer; two answers under one token, that it was so in between.
   */
  overlap() {
    const claims = this.all.filter((node) => node.claim);
    for (const one of claims) {
      for (const other of claims) {
        if (one === other) continue;
        const from = Math.max(one.claim.from, other.claim.from);
        const until = Math.min(one.claim.until, other.claim.until);
        if (from < until) return [one, other];
      }
    }
    return null;
  }
}
