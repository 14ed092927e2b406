import type { Report, ReportStore } from './outbox';

/** What the phone keeps beside the reports: who is signed on, the configuration, the present assignment. */
export interface Keep {
  reports: ReportStore;
  get<T>(key: string): Promise<T | undefined>;
  set(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
}

const REPORTS = 'reports';
const VALUES = 'values';

/** Opens the phone's store; where a browser gives none (a private window), the page's memory stands in. */
export async function openKeep(): Promise<{ keep: Keep; lasting: boolean }> {
  try {
    const database = await open('chorsu-crew');
    return { keep: new DatabaseKeep(database), lasting: true };
  } catch {
    return { keep: new MemoryKeep(), lasting: false };
  }
}

function open(name: string): Promise<IDBDatabase> {
  const opening = indexedDB.open(name, 1);
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore(REPORTS, { keyPath: 'id', autoIncrement: true });
    opening.result.createObjectStore(VALUES);
  };
  return done(opening);
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('the phone could not store'));
  });
}

class DatabaseKeep implements Keep {
  readonly reports: ReportStore;

  constructor(private readonly database: IDBDatabase) {
    this.reports = {
      list: () => done(this.#store(REPORTS, 'readonly').getAll() as IDBRequest<Report[]>),
      add: async (report) => {
        const id = Number(await done(this.#store(REPORTS, 'readwrite').add(report)));
        return { ...report, id };
      },
      put: async (report) => {
        await done(this.#store(REPORTS, 'readwrite').put(report));
      },
      remove: async (id) => {
        await done(this.#store(REPORTS, 'readwrite').delete(id));
      },
    };
  }

  get<T>(key: string): Promise<T | undefined> {
    return done(this.#store(VALUES, 'readonly').get(key) as IDBRequest<T | undefined>);
  }

  async set(key: string, value: unknown): Promise<void> {
    await done(this.#store(VALUES, 'readwrite').put(value, key));
  }

  async remove(key: string): Promise<void> {
    await done(this.#store(VALUES, 'readwrite').delete(key));
  }

  #store(name: string, mode: IDBTransactionMode): IDBObjectStore {
    return this.database.transaction(name, mode, { durability: 'strict' }).objectStore(name);
  }
}

export class MemoryKeep implements Keep {
  readonly reports = new MemoryReports();
  readonly #values = new Map<string, unknown>();

  get<T>(key: string): Promise<T | undefined> {
    return Promise.resolve(this.#values.get(key) as T | undefined);
  }

  set(key: string, value: unknown): Promise<void> {
    this.#values.set(key, value);
    return Promise.resolve();
  }

  remove(key: string): Promise<void> {
    this.#values.delete(key);
    return Promise.resolve();
  }
}

export class MemoryReports implements ReportStore {
  #reports: Report[] = [];
  #last = 0;

  list(): Promise<Report[]> {
    return Promise.resolve([...this.#reports]);
  }

  add(report: Omit<Report, 'id'>): Promise<Report> {
    const kept = { ...report, id: ++this.#last };
    this.#reports.push(kept);
    return Promise.resolve(kept);
  }

  put(report: Report): Promise<void> {
    this.#reports = this.#reports.map((one) => (one.id === report.id ? report : one));
    return Promise.resolve();
  }

  remove(id: number): Promise<void> {
    this.#reports = this.#reports.filter((one) => one.id !== id);
    return Promise.resolve();
  }
}
