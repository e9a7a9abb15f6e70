import type { Handlers } from '../http/handler.ts';
import type { AccessParts } from './access-parts.ts';
import { agentTokenHandlers } from './agent-token-handlers.ts';
import { apiKeyHandlers } from './api-key-handlers.ts';
import { peopleHandlers } from './people-handlers.ts';
import { sessionHandlers } from './session-handlers.ts';

type AccessEndpoint =
  | keyof ReturnType<typeof sessionHandlers>
  | keyof ReturnType<typeof peopleHandlers>
  | keyof ReturnType<typeof apiKeyHandlers>
  | keyof ReturnType<typeof agentTokenHandlers>;

/** Sign-in, people, API keys and agent tokens. */
export function accessHandlers(parts: AccessParts): Handlers<AccessEndpoint> {
  return { ...sessionHandlers(parts), ...peopleHandlers(parts), ...apiKeyHandlers(parts), ...agentTokenHandlers(parts) };
}
