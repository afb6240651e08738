import type { ApolloServerPlugin, LandingPage } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { ApolloServerPluginLandingPageLocalDefault } from '@apollo/server/plugin/landingPage/default';
import type { HttpContext } from '../request/context.ts';
import { EXAMPLES } from './examples.ts';

/** A caller that the pages offer. */
export interface DemoCaller {
  readonly label: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Options of the exploration pages. */
export interface ExplorerOptions {
  /** The callers to choose from; the first is the default. */
  readonly demoCallers: readonly [DemoCaller, ...DemoCaller[]];
  /** Whether browsers store the headers: only for tokens that are not secret. */
  readonly keepHeaders: boolean;
}

/** The origin of Apollo Studio. */
export const STUDIO_ORIGIN = 'https://studio.apollographql.com';

/**
 * What the page cannot set itself. Its own `meta` element restricts scripts, styles and frames, but browsers ignore
 * `frame-ancestors` there.
 */
export const SANDBOX_POLICY = {
  'content-security-policy': "frame-ancestors 'none'; object-src 'none'; base-uri 'none'; form-action 'none'",
};

/** Apollo Sandbox for browsers that open the API itself, or no page. It is loaded from Apollo. */
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
/** The empty container of Sandbox covers the fallback text. */
const LET_THROUGH = '#embeddableSandbox:empty { pointer-events: none; }';

/** Adds links to the text that the page of Sandbox shows offline. */
function withLinks({ html }: LandingPage): LandingPage {
  return {
    html: async () =>
      (typeof html === 'string' ? html : await html())
        .replace(/<div class="fallback">[\s\S]*?(?=<\/div>)/, (fallback) => `${fallback}${LINKS}`)
        .replace(/<style nonce=[^>]*>/, (style) => `${style}${LET_THROUGH}`),
  };
}
