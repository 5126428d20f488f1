interface Sent {
  sentAt: number;
  acknowledged: boolean;
  /** Subscribers that have not got it yet. */
  missing: number;
}

/** Follows each publication from its sending to the last subscriber. Times are milliseconds of one clock. */
export class Tally {
  sent = 0;
  acknowledged = 0;
  delivered = 0;
  duplicates = 0;
  readonly failures = new Map<string, number>();
  readonly acknowledgeMs: number[] = [];
  readonly deliveryMs: number[] = [];
  private readonly open = new Map<number, Sent>();

  /** @returns the publication's number */
  send(subscribers: number, now: number): number {
    const id = this.sent++;
    this.open.set(id, { sentAt: now, acknowledged: false, missing: subscribers });
    return id;
  }

  acknowledge(id: number, now: number): void {
    const publication = this.open.get(id);
    if (!publication) return;
    this.acknowledged++;
    this.acknowledgeMs.push(now - publication.sentAt);
    publication.acknowledged = true;
    this.closeIfDone(id, publication);
  }

  /** Refused, or not answered: nobody was promised a delivery. */
  fail(id: number, reason: string): void {
    this.open.delete(id);
    this.failures.set(reason, (this.failures.get(reason) ?? 0) + 1);
  }

  deliver(id: number, now: number): void {
    const publication = this.open.get(id);
    if (!publication || publication.missing === 0) {
      this.duplicates++;
      return;
    }
    this.delivered++;
    this.deliveryMs.push(now - publication.sentAt);
    publication.missing--;
    this.closeIfDone(id, publication);
  }

  /** Publications without an answer, or not yet with every subscriber. */
  get pending(): number {
    return this.open.size;
  }

  get failed(): number {
    return [...this.failures.values()].reduce((sum, count) => sum + count, 0);
  }

  /** Deliveries of acknowledged publications that did not come. */
  get lost(): number {
    let lost = 0;
    for (const { acknowledged, missing } of this.open.values()) if (acknowledged) lost += missing;
    return lost;
  }

  private closeIfDone(id: number, { acknowledged, missing }: Sent): void {
    if (acknowledged && missing === 0) this.open.delete(id);
  }
}
