/** How long peers with a cache keep an answer: as long as this gateway keeps a list by default. */
export const TTL_SECONDS = 30;
