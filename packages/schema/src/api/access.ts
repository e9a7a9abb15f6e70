import { z } from 'zod';
import { endpoint, roles } from './endpoint.ts';
import { done, instant, listOf } from './shared.ts';

const role = z.enum(roles);
const password = z.string().min(12, 'at least 12 characters').max(1024);

export const person = z.object({
  id: z.string(),
  email: z.email(),
  name: z.string(),
  role,
  isDisabled: z.boolean(),
  createdAt: instant,
  lastSeenAt: instant.optional(),
});
export type Person = z.infer<typeof person>;

export const apiKey = z.object({
  id: z.string(),
  name: z.string(),
  role,
  tag: z.string().describe('First characters of the key.'),
  createdAt: instant,
  lastUsedAt: instant.optional(),
  createdBy: z.string(),
});

export const agentToken = z.object({
  id: z.string(),
  name: z.string(),
  tag: z.string().describe('First 8 characters of the token.'),
  isDisabled: z.boolean(),
  createdAt: instant,
  lastUsedAt: instant.optional(),
  machines: z.int().describe('Machines that reported with it.'),
});

export const accessEndpoints = {
  signIn: endpoint({
    method: 'POST',
    path: '/api/v1/auth/sign-in',
    role: 'anyone',
    summary: 'Sign in with email and password; sets the session cookie.',
    body: z.object({ email: z.email(), password: z.string().max(1024) }),
    answer: person,
  }),
  claimLink: endpoint({
    method: 'POST',
    path: '/api/v1/auth/claim',
    role: 'anyone',
    summary: 'Use a one-time link: creates the person (or sets a new password) and signs in.',
    body: z.object({ link: z.string().min(20).max(200), email: z.email(), name: z.string().min(1).max(200), password }),
    answer: person,
  }),
  signOut: endpoint({ method: 'POST', path: '/api/v1/auth/sign-out', role: 'viewer', summary: 'End this session.', answer: done }),
  whoAmI: endpoint({
    method: 'GET',
    path: '/api/v1/auth/me',
    role: 'viewer',
    summary: 'The person or key that asks.',
    answer: z.object({ kind: z.enum(['person', 'api-key']), id: z.string(), name: z.string(), email: z.string().optional(), role }),
  }),
  listPeople: endpoint({
    method: 'GET',
    path: '/api/v1/people',
    role: 'admin',
    summary: 'People who may sign in.',
    answer: listOf(person),
  }),
  invitePerson: endpoint({
    method: 'POST',
    path: '/api/v1/people',
    role: 'admin',
    summary: 'Invite a person: answers with a one-time link to hand over.',
    body: z.object({ email: z.email(), role }),
    answer: z.object({ link: z.string().describe('Path of the console page that uses the link.'), expiresAt: instant }),
  }),
  changePerson: endpoint({
    method: 'PATCH',
    path: '/api/v1/people/{personId}',
    role: 'admin',
    summary: 'Change role, or disable; disabling ends all sessions. The last admin cannot be disabled or demoted.',
    params: z.object({ personId: z.string() }),
    body: z.object({ role: role.optional(), isDisabled: z.boolean().optional() }),
    answer: person,
  }),
  listApiKeys: endpoint({
    method: 'GET',
    path: '/api/v1/api-keys',
    role: 'admin',
    summary: 'API keys; the keys themselves are never shown again.',
    answer: listOf(apiKey),
  }),
  createApiKey: endpoint({
    method: 'POST',
    path: '/api/v1/api-keys',
    role: 'admin',
    summary: 'Create an API key; the answer is the only time it is shown.',
    body: z.object({ name: z.string().min(1).max(200), role }),
    answer: z.object({ key: z.string(), apiKey }),
  }),
  deleteApiKey: endpoint({
    method: 'DELETE',
    path: '/api/v1/api-keys/{apiKeyId}',
    role: 'admin',
    summary: 'Delete an API key; it stops working at once.',
    params: z.object({ apiKeyId: z.string() }),
    answer: done,
  }),
  listAgentTokens: endpoint({
    method: 'GET',
    path: '/api/v1/agent-tokens',
    role: 'analyst',
    summary: 'Agent tokens; the tokens themselves are never shown again.',
    answer: listOf(agentToken),
  }),
  createAgentToken: endpoint({
    method: 'POST',
    path: '/api/v1/agent-tokens',
    role: 'admin',
    summary: 'Create an agent token; the answer is the only time it is shown.',
    body: z.object({ name: z.string().min(1).max(200) }),
    answer: z.object({ token: z.string(), agentToken }),
  }),
  changeAgentToken: endpoint({
    method: 'PATCH',
    path: '/api/v1/agent-tokens/{agentTokenId}',
    role: 'admin',
    summary: 'Disable or enable an agent token.',
    params: z.object({ agentTokenId: z.string() }),
    body: z.object({ isDisabled: z.boolean() }),
    answer: agentToken,
  }),
} as const;
