export const ForgottenTab = (): string => 'ForgottenTab';
