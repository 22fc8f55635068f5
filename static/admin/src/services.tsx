import { createContext, useContext } from 'react';
import { type Call } from '../../../src/contracts/api';
import { type Session, type SetupView } from '../../../src/contracts/views';
import { type Platform } from './platform/bridge';
import { callThrough, type CallApp } from './platform/call-app';
import { createRoutes, type RouteStore } from './route/route-store';
import { type Flags, createFlags } from './shell/flag-store';
import { type AnswerStore, createAnswer } from './states/answer-store';
import { createClock } from './states/clock';
import { createScanWatch, type ScanWatch } from './states/scan-watch';
import { type Store, useStore } from './states/store';
import { dataOf } from './states/view-state';
import { type Translate, translateInto } from './texts/texts';

/** Everything the views share; made once when the page starts. */
export interface Services {
  call: CallApp;
  t: Translate;
  locale: string;
  /** The present in milliseconds, moving on every half minute. */
  clock: Store<number>;
  routes: RouteStore;
  session: AnswerStore<Session>;
  setup: AnswerStore<SetupView>;
  scan: ScanWatch;
  flags: Flags;
  /** Group names met in lists, for filters that a link carries only as an id. */
  groupNames: Map<string, string>;
  siteUrl: string | null;
  open: (address: string) => void;
}

export function createServices(platform: Platform): Services {
  const call = callThrough(platform);
  return {
    call,
    t: translateInto(platform.locale),
    locale: platform.locale,
    clock: createClock(),
    routes: createRoutes(platform.history),
    session: createAnswer(call, 'session/get', {}),
    setup: createAnswer(call, 'setup/get', {}),
    scan: createScanWatch(call),
    flags: createFlags(),
    groupNames: new Map(),
    siteUrl: platform.siteUrl,
    open: platform.open,
  };
}

export const ServicesContext = createContext<Services | null>(null);

export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (services === null) throw new Error('a view stands outside the page');
  return services;
}

/** Whether the reader may make a call; the app checks it again on every call. */
export function useMay(call: Call): boolean {
  return dataOf(useStore(useServices().session))?.mayCall.includes(call) ?? false;
}

export function useNow(): number {
  return useStore(useServices().clock);
}
