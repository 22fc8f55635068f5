// One export per function of manifest.yml, nothing else.
export { handleCall as resolver, handleDeskCall as desk } from './handlers/resolver';
export { handleScanStep as scanStep } from './handlers/scan-step';
export { handleDailyTick as dailyTick } from './handlers/daily-tick';
export { handleBatchStep as batchStep } from './handlers/batch-step';
export { handleRouteOutStep as routeOutStep } from './handlers/route-out-step';
