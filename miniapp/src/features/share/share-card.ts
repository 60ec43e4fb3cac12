/** What goes out when something is passed on. It opens as a first screen, signed in or not. */
export interface ShareCard {
  title: string;
  /** The page with its query, as WeChat takes it. */
  path: string;
  /** Only what a stranger may see; else the drawing that comes with the package. */
  imageUrl?: string | null;
}

/** Five to four, as WeChat cuts it. */
export const DRAWN_PICTURE = '/assets/share-card.png';

/** The same page in a browser: where this one runs, and behind it the path. */
export function linkOf({ path }: ShareCard, href: string): string {
  return `${href.split('#', 1)[0]}#${path}`;
}
