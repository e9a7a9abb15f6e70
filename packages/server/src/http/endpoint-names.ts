import { endpoints, type EndpointName } from '@weft/schema';

/** Every endpoint of the contract, in its order. */
export const endpointNames: readonly EndpointName[] = Object.keys(endpoints).filter(isEndpointName);

function isEndpointName(name: string): name is EndpointName {
  return Object.hasOwn(endpoints, name);
}
