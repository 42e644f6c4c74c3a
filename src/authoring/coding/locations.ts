import type { FileLocation } from '../problem.js';
import { OffsetLocation } from '../text/text-positions.js';

/** The location of an object and of its fields, in the order of `names`; as offsets, if all of it is in one text. */
interface ObjectLocation {
  readonly location: FileLocation;
  readonly names: readonly string[];
  readonly fields: readonly (number | FileLocation)[];
}

/** Keeps where objects come from in the editor's files, and which of them are incomplete. Compact, because a coding may have many objects. */
export class Locations {
  readonly #objects = new WeakMap<object, ObjectLocation>();
  readonly #incomplete = new WeakSet<object>();
  /** Shared between objects, because most objects of a list have the same fields. */
  #names: readonly string[] = [];

  set(object: object, location: FileLocation, fields: ReadonlyMap<string, FileLocation>): void {
    const names = [...fields.keys()];
    if (names.length !== this.#names.length || names.some((name, index) => name !== this.#names[index]))
      this.#names = names;
    const compact = (field: FileLocation): number | FileLocation =>
      field instanceof OffsetLocation && location instanceof OffsetLocation && field.text === location.text
        ? field.offset
        : field;
    this.#objects.set(object, { location, names: this.#names, fields: Array.from(fields.values(), compact) });
  }

  markIncomplete(object: object): void {
    this.#incomplete.add(object);
  }

  /** Returns whether no field of the object is missing or invalid. */
  isComplete<T extends object>(object: Partial<T>): object is T {
    return !this.#incomplete.has(object);
  }

  /** Returns the location of a field, or of the object if the field has none. */
  of(object: object, field?: string): FileLocation {
    const known = this.#objects.get(object);
    if (!known) throw new Error('the object was not read from a file');
    const { location, names, fields } = known;
    const found = (field === undefined ? undefined : fields[names.indexOf(field)]) ?? location;
    if (typeof found !== 'number') return found;
    return location instanceof OffsetLocation ? location.text.locationAt(found) : location;
  }
}
