// The JavaScript side of the door. Evaluated once per context, before the script; what it leaves
// global is exactly what the catalogue names. The classes are made from the
// catalogue, one per kind of object.
(door, roots, now, chance) => {
  "use strict";

  // Taken before the script can replace them: what it patches changes no word and no error.
  const { Date: RealDate, Error, Map, Proxy, RangeError, ReferenceError, String, TypeError, isNaN } = globalThis;
  const { defineProperty, getOwnPropertyDescriptor, getOwnPropertyNames, freeze, keys: namesOf, setPrototypeOf } = Object;
  const { apply } = Reflect;
  const { isArray, prototype: { values: valuesOf } } = Array;
  const { toISOString, getTime } = Date.prototype;
  const { iterator } = Symbol;
  const { construct } = Reflect;
  const { stringify } = JSON;
  const { Promise } = globalThis;
  const { then } = Promise.prototype;
  const { entries: entriesOf } = Map.prototype;

  // As assignment does where no prototype interferes.
  const define = (target, name, value) =>
    defineProperty(target, name, {
      __proto__: null,
      value,
      writable: true,
      enumerable: true,
      configurable: true,
    });

  // Private fields hold the handles, and only these two functions read them.
  let held, failed;
  class Held {
    #handle;
    constructor(handle) {
      this.#handle = handle;
    }
    static {
      held = (value) =>
        typeof value === "object" && value !== null && #handle in value
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
    static {
      failed = (value) =>
        typeof value === "object" && value !== null && #handle in value
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
    __proto__: null,
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
        defineProperty(error, "name", { __proto__: null, value: type, configurable: true });
        define(error, "code", code);
        define(error, "hint", hint);
        define(error, "resource", resource);
        return error;
      };
    }
  }

  const call = (key, thing, positional, options) => {
    const handle = held(thing);
    if (handle === undefined) {
      throw new TypeError(`${key}: a word is said on its object, as in ${key}()`);
    }
    const answer = door(key, handle, positional, options);
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

  // Reading what no kind has ends here. What the language itself asks any object for is let pass.
  setPrototypeOf(
    Held.prototype,
    new Proxy(Object.prototype, {
      __proto__: null,
      get(target, name, thing) {
        if (typeof name === "symbol" || name in target || name === "then" || name === "toJSON") {
          return target[name];
        }
        return call(`.${name}`, thing, [], null);
      },
    }),
  );

  const kinds = {
    __proto__: null,
%CLASSES%
  };
  // So that `for (const name in thing)` tells what it has.
  for (const name in kinds) {
    const words = kinds[name].prototype;
    for (const each of getOwnPropertyNames(words)) {
      defineProperty(words, each, { __proto__: null, enumerable: each !== "constructor" });
    }
  }
  for (const kind of [Held, Thing, EhpcError, ...Object.values(errors), ...Object.values(kinds)]) {
    freeze(kind);
    freeze(kind.prototype);
  }

  const strict = (values) =>
    new Proxy(freeze(values), {
      get(target, name) {
        if (typeof name === "string" && !(name in target) && name !== "toJSON" && name !== "then") {
          const known = namesOf(target).join(", ") || "none";
          throw new ReferenceError(`the head declares no parameter ${name}; it declares ${known}`);
        }
        return target[name];
      },
    });

  const record = (keys, values) => {
    const out = {};
    for (let i = 0; i < keys.length; i++) {
      define(out, keys[i], values[i]);
    }
    return out;
  };

  const list = (values) => {
    const out = [];
    for (let i = 0; i < values.length; i++) {
      define(out, i, values[i]);
    }
    return out;
  };

  const taken = (values, most) => {
    const out = [];
    for (const value of values) {
      if (out.length === most) {
        throw new RangeError(`more than ${most} values`);
      }
      define(out, out.length, value);
    }
    return out;
  };

  // What is said without an object: the functions by which, and what they are called.
  const said = new Map();
  const { get: keyOf, set: keep } = Map.prototype;
  let root;
  const word = (key, nothing) => {
    const saying = freeze((...given) => {
      const answer = call(key, root, given, null);
      return nothing ? undefined : answer;
    });
    apply(keep, said, [saying, key]);
    return saying;
  };

  // What help is asked about: a word, a class of errors, or anything else as it is.
  const topic = (what) => {
    if (typeof what !== "function") {
      return what;
    }
    const known = apply(keyOf, said, [what]);
    if (known !== undefined) {
      return known;
    }
    for (const name in errors) {
      if (errors[name] === what) {
        return name;
      }
    }
    for (const name in kinds) {
      const words = kinds[name].prototype;
      const own = getOwnPropertyNames(words);
      for (let i = 0; i < own.length; i++) {
        if (getOwnPropertyDescriptor(words, own[i]).value === what) {
          return `${name}.${own[i]}`;
        }
      }
    }
    throw new TypeError("help tells of words, objects and kinds of Ebb: see help()");
  };

  // Anything may be asked about, also nothing.
  const helping = (help) => {
    const asked = freeze((about = null) => help(topic(about)));
    apply(keep, said, [asked, "roots.help"]);
    return asked;
  };

  // What is no plain data, as plain data; what is inside it is asked for in turn.
  const plain = (value, most) => {
    if (typeof value !== "object") {
      return String(value);
    } else if (value instanceof Error) {
      return `${value}`;
    } else if (value instanceof RealDate) {
      return isNaN(apply(getTime, value, [])) ? `${value}` : apply(toISOString, value, []);
    } else if (isArray(value)) {
      return value;
    } else if (value instanceof Map) {
      const out = {};
      const entries = taken(apply(entriesOf, value, []), most);
      for (let i = 0; i < entries.length; i++) {
        define(out, entries[i][0], entries[i][1]);
      }
      return out;
    }
    if (typeof value.then === "function") {
      throw new TypeError("a promise is no value: words give their answers at once, without async and await");
    }
    return typeof value[iterator] === "function" ? taken(value, most) : value;
  };

  const truth = (value) => {
    if (typeof value === "object" && value !== null && typeof value.then === "function") {
      throw new TypeError("the function must answer true or false, not a promise of it");
    } else if (value === undefined) {
      throw new TypeError("the function must answer true or false, and gave nothing: is a return missing?");
    } else if (typeof value === "function") {
      throw new TypeError("the function must answer true or false, not a function");
    }
    return !!value;
  };

  // In which step an error was raised; the innermost counts.
  const steps = new WeakMap();
  const { get: getOf, set: setOf, has: hasIn } = WeakMap.prototype;
  const stepped = (error) => (typeof error === "object" && error !== null) || typeof error === "function";

  const finished = (value) => {
    if (typeof value === "object" && value !== null && typeof value.then === "function") {
      throw new TypeError("the function of a step must be done when it returns: no promise");
    }
    return value;
  };

  // Anything can be thrown, also what cannot be told.
  const described = (error) => {
    try {
      const data = typeof error === "object" && error !== null && !(error instanceof Error);
      return data ? `${stringify(error)}` : `${error}`;
    } catch {
      return `the script threw a value of type ${typeof error}`;
    }
  };

  // Time and chance are the same when the script is run again.
  const Clock = new Proxy(RealDate, {
    __proto__: null,
    construct: (target, given, kind) =>
      construct(target, given.length === 0 ? [now()] : given, kind === Clock ? target : kind),
    apply: () => `${construct(RealDate, [now()])}`,
  });
  const replace = (target, name, value) =>
    defineProperty(target, name, { __proto__: null, value, writable: true, configurable: true });
  replace(globalThis, "Date", Clock);
  replace(RealDate, "now", () => now());
  replace(RealDate.prototype, "constructor", Clock);
  replace(Math, "random", () => chance());

  const publish = (name, value) => defineProperty(globalThis, name, { value, enumerable: true });
  const publishParams = () =>
    defineProperty(globalThis, "params", { value: strict(root.params), enumerable: true, configurable: true });

  // What a dialogue tells of values: none of this runs code of the user's, but for `written`.
  const { getPrototypeOf, prototype: plainPrototype } = Object;
  const { Set: RealSet, RegExp: RealRegExp } = globalThis;
  const { prototype: { toString: sourceOf } } = Function;
  const { prototype: { startsWith, slice } } = String;
  const isPlain = (value) => {
    const prototype = getPrototypeOf(value);
    return prototype === plainPrototype || prototype === null;
  };
  const nameOf = (value) => {
    const name = getOwnPropertyDescriptor(value, "name")?.value;
    return typeof name === "string" && name !== "" ? ` ${name}` : "";
  };
  const brief = (value) => {
    if (typeof value === "function") {
      return (apply(startsWith, apply(sourceOf, value, []), ["class"]) ? "class" : "function") + nameOf(value);
    } else if (isArray(value)) {
      return `a list of ${value.length}`;
    } else if (typeof value !== "object" || value === null) {
      return `${String(value)}`;
    } else if (isPlain(value)) {
      return "an object";
    }
    const maker = getOwnPropertyDescriptor(getPrototypeOf(value), "constructor")?.value;
    return typeof maker === "function" ? `an object of${nameOf(maker)}` : "an object";
  };
  // The value as text, unless it is a list or an object to be shown as such.
  const written = (value, most) => {
    switch (typeof value) {
      case "string":
        return value.length > most
          ? `${stringify(apply(slice, value, [0, most]))}… (${value.length} characters)`
          : stringify(value);
      case "bigint":
        return `${value}n`;
      case "number":
        return value === 0 && 1 / value < 0 ? "-0" : `${value}`;
      case "function":
        return brief(value);
      case "object":
        break;
      default:
        return String(value);
    }
    if (value === null) {
      return "null";
    } else if (value instanceof Error) {
      return described(value);
    } else if (value instanceof RealDate || value instanceof RealRegExp) {
      return plainText(value);
    }
    const shown = isArray(value) || value instanceof Map || value instanceof RealSet || isPlain(value);
    return shown || (typeof value[iterator] !== "function" && typeof value.then !== "function") ? null : brief(value);
  };
  const plainText = (value) => (value instanceof RealDate ? `${plain(value, 1)}` : `${value}`);

  let own = [];
  let result;
  const variables = () => {
    const out = [];
    const names = getOwnPropertyNames(globalThis);
    for (let i = 0; i < names.length; i++) {
      const found = getOwnPropertyDescriptor(globalThis, names[i]);
      if (own[names[i]] !== true && "value" in found && found.value !== undefined) {
        const value = found.value;
        const members = typeof value === "object" && value !== null && !isArray(value) && held(value) === undefined && isPlain(value);
        define(out, out.length, [names[i], value, brief(value), members ? list(getOwnPropertyNames(value)) : null]);
      }
    }
    return out;
  };
  for (const name in errors) {
    publish(name, errors[name]);
  }

  return {
    make: (kind, handle) => freeze(new kinds[kind](handle)),
    failure: (type, message, code, hint, resource, handle) =>
      new Failure(type, message, code, hint, resource, handle),
    handle: (value) => held(value) ?? failed(value) ?? null,
    list,
    nothing: () => null,
    record,
    plain,
    truth,
    text: (value, most) => {
      const text = `${value}`;
      if (text.length > most) {
        throw new RangeError(`a text of ${text.length} characters, more than ${most}`);
      }
      return text;
    },
    described,
    brief,
    written,
    silent: (value) => value === undefined,
    // The last result, unless the user has a variable of this name.
    keep: (value) => {
      const kept = getOwnPropertyDescriptor(globalThis, "_");
      if (kept === undefined || kept.value === result) {
        result = value;
        defineProperty(globalThis, "_", { __proto__: null, value, writable: true, configurable: true });
      }
    },
    variables,
    params: publishParams,
    beside: () => {},
    finished,
    unended: () => {
      throw new Error("the script awaits what never comes");
    },
    ended: (module) => {
      if (module instanceof Promise) {
        let settled = false;
        const hear = () => {
          settled = true;
        };
        apply(then, module, [hear, hear]);
        return () => settled;
      }
      return () => true;
    },
    moment: (micros) => new RealDate(micros / 1000),
    failed: (error, step) => {
      if (stepped(error) && !apply(hasIn, steps, [error])) {
        apply(setOf, steps, [error, step]);
      }
    },
    failedStep: (error) => (stepped(error) && apply(getOf, steps, [error])) || "",
    fail: () => {
      throw new Error("here");
    },
    start: () => {
      root = new kinds.roots(roots);
%ROOTS%
      publishParams();
      own = { __proto__: null };
      const names = getOwnPropertyNames(globalThis);
      for (let i = 0; i < names.length; i++) {
        own[names[i]] = true;
      }
    },
  };
}
