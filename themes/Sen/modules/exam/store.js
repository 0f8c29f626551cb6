const PREFIX = 'exam:';
const FORGET_AFTER = 3 * 24 * 3600 * 1000;

/** Unsent answers of one attempt in the device's storage. Where storage is full or forbidden, memory alone must do. */
export class AnswerStore {
  constructor(attempt, storage = safeStorage(), now = Date.now) {
    Object.assign(this, { key: PREFIX + attempt, storage, now });
  }

  load() {
    try {
      return JSON.parse(this.storage.getItem(this.key) ?? '{}').entries ?? [];
    } catch {
      return [];
    }
  }

  save(entries) {
    try {
      if (entries.length === 0) this.storage.removeItem(this.key);
      else this.storage.setItem(this.key, JSON.stringify({ at: this.now(), entries }));
    } catch { /* the answers stay in memory and the page says that they are unsent */ }
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
