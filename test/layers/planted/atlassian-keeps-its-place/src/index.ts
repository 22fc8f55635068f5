export { readGroups } from './atlassian/groups';
