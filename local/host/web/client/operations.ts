import { isOpenable, pathOfTarget, toLocal } from './addresses';
import { openDialog } from './dialog';
import { closeFlag, showFlag, type Flag } from './flags';
import type { AppFrame, Frames } from './frames';
import type { FramePlace } from './messages';
import { readPlace, writePlace } from './place';
import { post } from './send';

type Payload = Record<string, unknown>;
export type Operation = (frame: AppFrame, payload: Payload) => unknown;

const bridge = '/host/bridge';

async function contextOf(frame: AppFrame): Promise<Payload> {
  const context = (await post(`${bridge}/context`, { moduleKey: frame.moduleKey })) as Payload;
  const theme = { colorMode: document.documentElement.dataset['colorMode'] };
  const extension = { ...(context['extension'] as Payload), ...frame.extension };
  return { ...context, theme, extension };
}

async function siteUrl(frame: AppFrame): Promise<string> {
  return String((await contextOf(frame))['siteUrl']);
}

async function addressOf(frame: AppFrame, payload: Payload): Promise<URL> {
  const address = typeof payload['url'] === 'string' ? payload['url'] : pathOfTarget(payload);
  const url = toLocal(address, await siteUrl(frame));
  if (!isOpenable(url)) throw new Error(`Not an address to go to: ${url.protocol}`);
  return url;
}

/** Operations of `@forge/bridge` 7.2.0 that the local page plays; any other is refused and recorded. */
export function createOperations(frames: () => Frames): Record<string, Operation> {
  const emit =
    (space: string): Operation =>
    (_frame, payload) => {
      const { event, payload: said } = payload;
      frames().tellAll({ forge: 'event', space, event: String(event), payload: said });
      return true;
    };
  return {
    invoke: async (frame, { functionKey, payload, metadata, invokeType }) => {
      if (invokeType !== undefined)
        throw new Error('The local page does not model calls to remotes or containers.');
      const { moduleKey, extension = {} } = frame;
      const body = await post(`${bridge}/invoke`, { moduleKey, functionKey, payload, extension });
      return metadata === undefined ? body : { body, metadata: {} };
    },
    getContext: contextOf,
    fetchProduct: async (_frame, { product, restPath, fetchRequestInit, isMultipartFormData }) => {
      if (isMultipartFormData === true) throw new Error('The local page does not model uploads.');
      const { method = 'GET', headers = [], body = null } = (fetchRequestInit ?? {}) as Payload;
      return post(`${bridge}/product`, { product, restPath, method, headers, body });
    },
    showFlag: (_frame, payload) => {
      showFlag(payload as unknown as Flag);
      return true;
    },
    closeFlag: (_frame, { id }) => closeFlag(String(id)),
    navigate: async (frame, payload) => {
      const url = await addressOf(frame, payload);
      if (payload['type'] === 'new-tab') window.open(url, '_blank', 'noopener');
      else location.assign(url);
    },
    getUrl: async (frame, payload) => new URL(pathOfTarget(payload), await siteUrl(frame)).href,
    reload: () => location.reload(),
    createHistory: () => readPlace(),
    moveHistory: (_frame, { move, place }) =>
      writePlace(place as FramePlace, move === 'REPLACE' ? 'REPLACE' : 'PUSH'),
    goHistory: (_frame, { steps }) => history.go(Number(steps)),
    enableTheming: () => {
      const { colorMode, theme } = document.documentElement.dataset;
      return { colorMode, names: theme };
    },
    openModal: (frame, payload) => {
      frames().add(openDialog(payload, frame, (closed) => frames().remove(closed)));
      return true;
    },
    close: (frame, payload) => {
      if (!frame.close) return false;
      frame.close(payload);
      return true;
    },
    onClose: (frame, payload) => {
      if (!frame.close) return false;
      frame.onClose = payload as unknown as () => void;
      return true;
    },
    // A settings page can be neither opened, nor submitted, nor refreshed: `false` is how the product says so.
    open: () => false,
    submit: () => false,
    refresh: () => false,
    changeWindowTitle: (_frame, title) => {
      document.title = typeof title === 'string' ? title : document.title;
    },
    emit: emit('app'),
    emitPublic: emit('public'),
    emitReadyEvent: () => true,
    getFrameId: (frame) => frame.element.id || 'dialog',
  };
}
