/** What readers of feeds see as the name of ours. */
export const FEED_TITLE = 'Patch Commons: new lessons, offerings and comment periods';
