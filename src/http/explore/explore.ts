import type { ApolloServerPlugin, LandingPage } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { ApolloServerPluginLandingPageLocalDefault } from '@apollo/server/plugin/landingPage/default';
import type { HttpContext } from '../request/context.ts';
import { EXAMPLES } from './examples.ts';

/** A caller that the page offers. */
export interface DemoCaller {
  readonly label: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** What the pages for exploring offer. */
export interface ExplorerOptions {
  /** To choose from; the first one asks until another is chosen. */
  readonly demoCallers: readonly [DemoCaller, ...DemoCaller[]];
  /** Browsers keep the headers: for tokens that are no secrets. */
  readonly keepHeaders: boolean;
}

/** Where Apollo Studio asks from. */
export const STUDIO_ORIGIN = 'https://studio.apollographql.com';

/**
 * What the page cannot say of itself. Its own `meta` element says where its scripts, styles and frames may come from, and a browser
 * does not read `frame-ancestors` there.
 */
export const SANDBOX_POLICY = {
  'content-security-policy': "frame-ancestors 'none'; object-src 'none'; base-uri 'none'; form-action 'none'",
};

/** Apollo Sandbox for browsers that come to the API itself, or no page. It is loaded from Apollo. */
export function landingPage(exploring: ExplorerOptions | null): ApolloServerPlugin<HttpContext> {
  if (!exploring) return ApolloServerPluginLandingPageDisabled();
  const sandbox = ApolloServerPluginLandingPageLocalDefault({
    document: EXAMPLES[0].query,
    headers: { ...exploring.demoCallers[0].headers },
    includeCookies: false,
    embed: { runTelemetry: false },
  });
  return {
    async serverWillStart(service) {
      const listener = (await sandbox.serverWillStart?.(service)) ?? {};
      const { renderLandingPage } = listener;
      if (!renderLandingPage) return listener;
      return { ...listener, renderLandingPage: async () => withLinks(await renderLandingPage()) };
    },
  };
}

const LINKS =
  '<p>These pages need no internet: <a href="/graphiql">GraphiQL</a> and <a href="/settings">the settings page</a>.</p>';
/** The place for Sandbox lies over what is shown without it. */
const LET_THROUGH = '#embeddableSandbox:empty { pointer-events: none; }';

/** Adds to what Sandbox's page says without the internet. */
function withLinks({ html }: LandingPage): LandingPage {
  return {
    html: async () =>
      (typeof html === 'string' ? html : await html())
        .replace(/<div class="fallback">[\s\S]*?(?=<\/div>)/, (fallback) => `${fallback}${LINKS}`)
        .replace(/<style nonce=[^>]*>/, (style) => `${style}${LET_THROUGH}`),
  };
}
