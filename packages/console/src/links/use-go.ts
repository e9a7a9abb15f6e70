import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { Place } from './place.ts';

/** Query of a place, with the time range of the page one comes from. */
export function carryRange(place: Place): (before: object) => Record<string, unknown> {
  return (before) => ({ ...('range' in before ? { range: before.range } : {}), ...place.params });
}

/** Goes to a place, for keys and rows; what a person clicks is a `PageLink`. */
export function useGo(): (place: Place) => void {
  const navigate = useNavigate();
  return useCallback((place) => void navigate({ to: place.path, search: carryRange(place) }), [navigate]);
}
