import { endpoints, problem, type Endpoint } from '@weft/schema';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import { endpointNames } from './endpoint-names.ts';

type OpenApiDocument = ReturnType<typeof createDocument>;

/** The API as an OpenAPI 3.1 document, made from the contracts. `docs/openapi.json` is its copy. */
export function openApiDocument(): OpenApiDocument {
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Weft',
      version: '1',
      description: 'The HTTP API of the Weft server. Times are ISO 8601 in UTC.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    components: {
      schemas: {
        Problem: problem,
        Person: endpoints.changePerson.answer,
        AgentToken: endpoints.changeAgentToken.answer,
        Machine: endpoints.getMachine.answer,
      },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: '__Host-weft-session', description: 'Set by signing in.' },
        apiKey: { type: 'http', scheme: 'bearer', description: 'An API key.' },
      },
    },
    paths: paths(),
  });
}

function paths(): ZodOpenApiPathsObject {
  const all: ZodOpenApiPathsObject = {};
  for (const name of endpointNames) {
    const contract: Endpoint = endpoints[name];
    all[contract.path] = { ...all[contract.path], [contract.method.toLowerCase()]: operation(name, contract) };
  }
  return all;
}

function operation(name: string, contract: Endpoint): ZodOpenApiOperationObject {
  const json = (schema: Endpoint['answer']) => ({ 'application/json': { schema } });
  return {
    operationId: name,
    summary: contract.summary,
    ...(contract.role === 'anyone'
      ? { security: [] }
      : { description: `Needs the role ${contract.role}.`, security: [{ session: [] }, { apiKey: [] }] }),
    requestParams: {
      ...(contract.params === undefined ? {} : { path: contract.params }),
      ...(contract.query === undefined ? {} : { query: contract.query }),
    },
    ...(contract.body === undefined ? {} : { requestBody: { required: true, content: json(contract.body) } }),
    responses: {
      '200': { description: 'Done.', content: json(contract.answer) },
      default: { description: 'What was wrong and how to mend it.', content: json(problem) },
    },
  };
}
