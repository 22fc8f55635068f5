import { createContext, useContext } from 'react';
import { type Call } from '../../../src/contracts/api';
import { type Session, type SetupView } from '../../../src/contracts/views';
import { type ChainWatch, createChainWatch } from './evidence/chain-watch';
import { type Platform } from './platform/bridge';
import { callThrough, type CallApp } from './platform/call-app';
import { createFormat, type Format } from './platform/format';
import { createItemDrafts, type ItemDrafts } from './review/item-drafts';
import { createRoutes, type RouteStore } from './route/route-store';
import { createSetupChecks, type SetupChecks } from './setup/checks-store';
import { type Flags, createFlags } from './shell/flag-store';
import { type AnswerStore, createAnswer } from './states/answer-store';
import { type BatchWatch, createBatchWatch } from './states/batch-watch';
import { type Clock, createClock } from './states/clock';
import { createNews, type News } from './states/news';
import { createScanWatch, type ScanWatch } from './states/scan-watch';
import { useStore } from './states/store';
import { dataOf } from './states/view-state';
import { type TellSentence } from './texts/app-dictionary';
import { type Language, type Translate, translateInto } from './texts/texts';

/** Everything the views share; made once when the page starts. */
export interface Services {
  call: CallApp;
  t: Translate;
  /** Tells a sentence of the app in the reader’s language; null where that has none for it. */
  tellSentence: TellSentence;
  format: Format;
  clock: Clock;
  routes: RouteStore;
  session: AnswerStore<Session>;
  setup: AnswerStore<SetupView>;
  checks: SetupChecks;
  scan: ScanWatch;
  flags: Flags;
  news: News;
  batches: BatchWatch;
  itemDrafts: ItemDrafts;
  chain: ChainWatch;
  siteUrl: string | null;
  open: (address: string) => void;
  /** Has Jira load the page anew. */
  reload: () => void;
}

export function createServices(platform: Platform, language: Language): Services {
  const call = callThrough(platform);
  const clock = createClock();
  const scan = createScanWatch(call);
  const news = createNews(scan);
  const session = createAnswer(call, 'session/get', {});
  const setup = createAnswer(call, 'setup/get', {});
  const format = createFormat(platform.locale, () => dataOf(session.get())?.timeZone);
  session.subscribe(() => {
    const told = dataOf(session.get());
    if (told !== null) clock.follow(told.now);
  });
  scan.subscribe(() => {
    const progress = dataOf(scan.get());
    if (progress !== null) clock.follow(progress.now);
  });
  return {
    call,
    t: translateInto(format, language),
    tellSentence: language.appSentences(format),
    format,
    clock,
    routes: createRoutes(platform.history),
    session,
    setup,
    checks: createSetupChecks(call, setup),
    scan,
    flags: createFlags(),
    news,
    batches: createBatchWatch(call, news.tell),
    itemDrafts: createItemDrafts(),
    chain: createChainWatch(call),
    siteUrl: platform.siteUrl,
    open: platform.open,
    reload: platform.reload,
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
  return useMays()(call);
}

/** The same for calls that are not known beforehand. */
export function useMays(): (call: Call) => boolean {
  const session = dataOf(useStore(useServices().session));
  return (call) => session?.mayCall.includes(call) ?? false;
}

/** The app's present in milliseconds, moving on every half minute; null until the app has told it. */
export function useNow(): number | null {
  return useStore(useServices().clock);
}
