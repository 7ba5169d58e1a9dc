// The JavaScript side of the door. Evaluated once per context, before the script; what it leaves
// global is exactly what the catalogue names. The classes are made from the
// catalogue, one per kind of object.
(door, roots) => {
  "use strict";

  const { freeze, defineProperty } = Object;

  // Private fields hold the handles: a script can neither read nor forge them.
  class Held {
    #handle;
    constructor(handle) {
      this.#handle = handle;
    }
    static of(value) {
      return typeof value === "object" && value !== null && #handle in value
        ? value.#handle
        : undefined;
    }
  }

  class EhpcError extends Error {
    #handle;
    constructor(message, handle) {
      super(message);
      this.#handle = handle;
    }
    static of(value) {
      return typeof value === "object" && value !== null && #handle in value
        ? value.#handle
        : undefined;
    }
  }
  class NotFoundError extends EhpcError {}
  class ConflictError extends EhpcError {}
  class QuotaError extends EhpcError {}
  class RefusedError extends EhpcError {}
  class AmbiguousError extends EhpcError {}
  const errors = {
    EhpcError,
    NotFoundError,
    ConflictError,
    QuotaError,
    RefusedError,
    AmbiguousError,
  };

  // An answer that is to be thrown here, where the script's own frames are on the stack.
  class Failure {
    constructor(type, message, code, hint, resource, handle) {
      this.make = () => {
        const error =
          type in errors ? new errors[type](message, handle) : new TypeError(message);
        defineProperty(error, "name", { value: type, configurable: true });
        return Object.assign(error, { code, hint, resource });
      };
    }
  }

  const call = (key, thing, positional, options) => {
    const answer = door(key, Held.of(thing), positional, options);
    if (answer instanceof Failure) {
      throw answer.make();
    }
    return answer;
  };

  class Thing extends Held {
    toString() {
      return call("@text", this, [], null);
    }
  }

  const kinds = {
%CLASSES%
  };
  for (const kind of [Held, Thing, EhpcError, ...Object.values(errors), ...Object.values(kinds)]) {
    freeze(kind);
    freeze(kind.prototype);
  }

  const strict = (values) =>
    new Proxy(freeze(values), {
      get(target, name) {
        if (typeof name === "string" && !(name in target) && name !== "toJSON" && name !== "then") {
          const known = Object.keys(target).join(", ") || "none";
          throw new ReferenceError(`the head declares no parameter ${name}; it declares ${known}`);
        }
        return target[name];
      },
    });

  const record = (keys, values) => {
    const out = {};
    for (let i = 0; i < keys.length; i++) {
      out[keys[i]] = values[i];
    }
    return out;
  };

  const publish = (name, value) => defineProperty(globalThis, name, { value, enumerable: true });
  for (const name in errors) {
    publish(name, errors[name]);
  }

  return {
    make: (kind, handle) => freeze(new kinds[kind](handle)),
    failure: (...parts) => new Failure(...parts),
    handle: (value) => Held.of(value) ?? EhpcError.of(value) ?? null,
    list: (values) => Array.from(values),
    nothing: () => null,
    record,
    truth: (value) => !!value,
    start: () => {
      const root = new kinds.roots(roots);
%ROOTS%
    },
  };
}
