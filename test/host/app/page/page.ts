import { events, invoke, Modal, requestJira, router, showFlag, view } from '@forge/bridge';

/** The fixture app's page: it hands the real `@forge/bridge` to the test that drives it. */
export interface FixturePage {
  bridge: {
    events: typeof events;
    invoke: typeof invoke;
    Modal: typeof Modal;
    requestJira: typeof requestJira;
    router: typeof router;
    showFlag: typeof showFlag;
    view: typeof view;
  };
  violations: string[];
}

const page: FixturePage = {
  bridge: { events, invoke, Modal, requestJira, router, showFlag, view },
  violations: [],
};

document.addEventListener('securitypolicyviolation', (event) => {
  page.violations.push(`${event.violatedDirective} ${event.blockedURI}`);
});
Object.assign(globalThis, { fixture: page });
const where = document.querySelector('#where');
if (where) where.textContent = location.pathname;
