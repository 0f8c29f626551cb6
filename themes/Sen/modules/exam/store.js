const PREFIX = 'exam:';
const FORGET_AFTER = 3 * 24 * 3600 * 1000;

/**
 * Unsent answers of one attempt in the device's storage. Each page has a drawer of its own, so that two tabs do not throw
 * away each other's; whoever loads takes over what lies in all of them. Where storage is full or forbidden, memory alone must do.
 */
export class AnswerStore {
  constructor(attempt, storage = safeStorage(), now = Date.now, page = crypto.randomUUID?.() ?? String(Math.random())) {
    Object.assign(this, { prefix: `${PREFIX}${attempt}#`, key: `${PREFIX}${attempt}#${page}`, storage, now });
  }

  /** Of each question the newest entry of all drawers, [slot, {answer, at}]; the other drawers are emptied into this one by `save`. */
  load() {
    const newest = new Map();
    for (const key of this.#drawers()) {
      for (const [slot, entry] of this.#read(key)) if (!(newest.get(slot)?.at >= entry.at)) newest.set(slot, entry);
    }
    return [...newest];
  }

  save(entries) {
    try {
      if (entries.length === 0) this.storage.removeItem(this.key);
      else this.storage.setItem(this.key, JSON.stringify({ at: this.now(), entries }));
    } catch { /* the answers stay in memory and the page says that they are unsent */ }
  }

  /** Drawers of pages that are gone, or that have lost their turn: a page that lives puts its own back with its next answer. */
  takeOver() {
    try {
      for (const key of this.#drawers()) if (key !== this.key) this.storage.removeItem(key);
    } catch { /* they are stale by the time anybody reads them */ }
  }

  #drawers() {
    try {
      return Object.keys(this.storage).filter(key => key.startsWith(this.prefix));
    } catch {
      return [];
    }
  }

  #read(key) {
    try {
      return JSON.parse(this.storage.getItem(key) ?? '{}').entries ?? [];
    } catch {
      return [];
    }
  }

  /** Shared devices should not keep answers of attempts long over. */
  forgetOld() {
    try {
      for (const key of Object.keys(this.storage)) {
        if (key.startsWith(PREFIX) && this.now() - JSON.parse(this.storage.getItem(key)).at > FORGET_AFTER) this.storage.removeItem(key);
      }
    } catch { /* nothing to forget, then */ }
  }
}

function safeStorage() {
  try {
    return globalThis.localStorage;
  } catch {
    return null;
  }
}
