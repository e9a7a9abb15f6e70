import { Histogram, type Registry } from 'prom-client';
import type { AnsweredFact } from './answer-request.ts';

/** Counts answers by endpoint and status class: bounded labels. */
export function createRequestMetrics(registry: Registry): (fact: AnsweredFact) => void {
  const seconds = new Histogram({
    name: 'weft_http_request_seconds',
    help: 'Time to answer an HTTP request, by operation id and status.',
    labelNames: ['endpoint', 'status'],
    buckets: [0.005, 0.02, 0.1, 0.5, 1, 5, 30],
    registers: [registry],
  });
  return (fact) => seconds.observe({ endpoint: fact.endpoint, status: String(fact.status) }, fact.seconds);
}
