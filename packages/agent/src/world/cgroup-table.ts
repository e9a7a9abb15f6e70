import { CappedCache } from '@weft/base';
import { containerOf, type ContainerRef } from './container-id.ts';
import { unitOf } from './unit-of.ts';

/** A control group. The kernel tells its path once, maybe after the first process in it: the place is filled in then. */
export interface CgroupPlace {
  path: string | undefined;
  container: ContainerRef | undefined;
  unit: string | undefined;
}

const CAPS = { maxEntries: 16_384, maxBytes: 8 * 1024 * 1024 };
const PLACE_BYTES = 400;

/**
 * Control groups by id. A place that is pushed out stays with the processes that hold it; it is of a group that was not heard of for
 * longer than the sensor remembers having told its path (8,192 groups), so that it would be told again.
 */
export class CgroupTable {
  readonly #places = new CappedCache<number, CgroupPlace>(CAPS);
  readonly #byPath = new CappedCache<string, CgroupPlace>(CAPS);

  placeOf(cgroupId: number): CgroupPlace {
    const known = this.#places.get(cgroupId);
    if (known !== undefined) return known;
    const place: CgroupPlace = { path: undefined, container: undefined, unit: undefined };
    this.#places.set(cgroupId, place, PLACE_BYTES);
    return place;
  }

  /** For processes found in `/proc`, which gives no id. */
  placeAt(path: string): CgroupPlace {
    const known = this.#byPath.get(path);
    if (known !== undefined) return known;
    const place: CgroupPlace = { path: undefined, container: undefined, unit: undefined };
    setPath(place, path);
    this.#byPath.set(path, place, PLACE_BYTES);
    return place;
  }

  tell(cgroupId: number, path: string): CgroupPlace {
    const place = this.placeOf(cgroupId);
    setPath(place, path);
    return place;
  }
}

export function setPath(place: CgroupPlace, path: string): void {
  place.path = path;
  place.container = containerOf(path);
  place.unit = unitOf(path);
}
