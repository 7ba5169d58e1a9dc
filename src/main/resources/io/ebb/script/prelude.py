# The Python side of the door. Evaluated once per context, before the script; what it leaves in
# `builtins` is exactly what the catalogue names. The classes are made from the
# catalogue, one per kind of object.
def _ebb(_door, _roots, _now, _chance):
    import _signal
    import atexit
    import builtins
    import sys
    import time

    # Taken before the script can replace them, by a variable of its own or in `builtins`.
    AttributeError, BaseException, NameError, SyntaxError, TypeError, ValueError = (
        builtins.AttributeError,
        builtins.BaseException,
        builtins.NameError,
        builtins.SyntaxError,
        builtins.TypeError,
        builtins.ValueError,
    )
    bool, bytearray, bytes, dict, int, list, slice, str, tuple, type = (
        builtins.bool,
        builtins.bytearray,
        builtins.bytes,
        builtins.dict,
        builtins.int,
        builtins.list,
        builtins.slice,
        builtins.str,
        builtins.tuple,
        builtins.type,
    )
    enumerate, setattr = builtins.enumerate, builtins.setattr
    _set, _float = builtins.set, builtins.float
    callable, getattr, hasattr, hash, isinstance, iter, len, object, repr, sorted, vars, zip = (
        builtins.callable,
        builtins.getattr,
        builtins.hasattr,
        builtins.hash,
        builtins.isinstance,
        builtins.iter,
        builtins.len,
        builtins.object,
        builtins.repr,
        builtins.sorted,
        builtins.vars,
        builtins.zip,
    )
    _import, _frame, _modules = builtins.__import__, sys._getframe, sys.modules

    class EhpcError(Exception):
        """A word failed. `code`, `hint` and `resource` say why and what to do."""

        code = 0
        hint = ""
        resource = ""

        @property
        def message(self):
            return str(self)

    class NotFoundError(EhpcError):
        """What the script named is not there."""

    class ConflictError(EhpcError):
        """The state of the cluster forbids it now."""

    class QuotaError(EhpcError):
        """A quota of the account is used up."""

    class RefusedError(EhpcError):
        """A guard, a limit or a person said no."""

    class AmbiguousError(EhpcError):
        """It was sent, and the answer is unknown."""

    _errors = {
        each.__name__: each
        for each in (
            EhpcError,
            NotFoundError,
            ConflictError,
            QuotaError,
            RefusedError,
            AmbiguousError,
        )
    }

    class _Failure:
        __slots__ = ("parts",)

        def __init__(self, *parts):
            self.parts = parts

        def make(self, key):
            kind, message, code, hint, resource, handle = self.parts
            error = _errors.get(kind, TypeError)(message)
            error.code, error.hint, error.resource = code, hint, resource
            error._handle = handle
            error._said = key.split(".")[-1]
            return error

    def _call(key, thing, positional, options=None):
        answer = _door(key, thing._handle, positional, options)
        if type(answer) is _Failure:
            raise answer.make(key)
        if answer is _line_asked:
            _door("@line", thing._handle, _line(), None)
        return answer

    _line_asked = object()

    def _line():
        frame = _frame(1)
        while frame is not None and frame.f_code.co_filename == _line.__code__.co_filename:
            frame = frame.f_back
        return [frame.f_code.co_filename, frame.f_lineno] if frame else ["", 0]

    class _Thing:
        __slots__ = ("_handle",)

        def __init__(self, handle):
            object.__setattr__(self, "_handle", handle)

        # What the language itself asks any object for is let pass.
        def __getattr__(self, name):
            if name.startswith("__"):
                raise AttributeError(name)
            try:
                return _call("." + name, self, [])
            except TypeError as unknown:
                raise AttributeError(str(unknown)) from None

        def __setattr__(self, name, value):
            raise AttributeError(f"{name} cannot be set on {self}")

        def __eq__(self, other):
            return type(self) is type(other) and self._key() == other._key()

        def __hash__(self):
            return hash(self._key())

        def _key(self):
            return _call("@key", self, [])

        def __str__(self):
            return _call("@text", self, [])

        def __repr__(self):
            return f"<{type(self).__name__} {self}>"

        def __dir__(self):
            return sorted([name for name in vars(type(self)) if not name.startswith("_")])

    class _Step:
        """A step of the script, for `with`."""

        def __init__(self, root, name):
            self._root, self._name = root, name

        def __enter__(self):
            _call("@enter", self._root, [self._name])

        def __exit__(self, kind, error, trace):
            step = _call("@leave", self._root, [error is not None])
            if error is not None:
                _failed(error, step)

    # In which step an error was raised; the innermost counts.
    def _failed(error, step):
        error.__dict__.setdefault("_ebb_step", step)

    class _Params:
        """The parameters that the head of the script declares."""

        def __init__(self, values):
            self.__dict__.update(values)

        def __getattr__(self, name):
            known = ", ".join(self.__dict__) or "none"
            raise AttributeError(f"the head declares no parameter {name}; it declares {known}")

        def __getitem__(self, name):
            return getattr(self, name)

        def __repr__(self):
            return repr(self.__dict__)

    _kinds = {}
%CLASSES%

    # Tracebacks and messages name words as the script knows them, not where they are defined.
    for name, kind in [*_errors.items(), *_kinds.items()]:
        kind.__module__, kind.__qualname__ = "builtins", name
        for word in vars(kind).values():
            if callable(word) and hasattr(word, "__qualname__"):
                word.__qualname__ = word.__name__ if name == "roots" else f"{name}.{word.__name__}"

    def _column(code, instruction):
        at = 0
        for position in code.co_positions():
            if at == instruction // 2:
                return 0 if position[2] is None else position[2] + 1
            at += 1
        return 0

    # Of code outside functions Python knows no column: the name in the line that an error is about.
    def _about(error):
        said = getattr(error, "_said", "")
        quoted = str(error).split("'") if isinstance(error, NameError) else []
        if len(quoted) == 3:
            return quoted[1]
        return "".join(["_" + c.lower() if c.isupper() else c for c in said]) or "raise"

    # Time and chance are the same when the script is run again.
    time.time = lambda: _now() / 1000
    time.time_ns = lambda: int(_now()) * 1_000_000

    class _Seeded:
        """Loads the module `random` as it is, and seeds it."""

        def __init__(self, loader):
            self.create_module = loader.create_module
            self._loader = loader

        def exec_module(self, module):
            self._loader.exec_module(module)
            module.seed(int(_chance() * 2**53))

        @classmethod
        def find_spec(cls, name, path=None, target=None):
            if name != "random":
                return None
            for finder in sys.meta_path:
                spec = None if finder is cls else finder.find_spec(name, path, target)
                if spec is not None:
                    spec.loader = cls(spec.loader)
                    return spec
            return None

    sys.meta_path.insert(0, _Seeded)

    # Signals are the process's, and not a script's.
    def _no_signals(*_):
        raise OSError("a script gets and sends no signals")

    for name in ("signal", "raise_signal", "alarm", "setitimer", "pthread_kill"):
        if hasattr(_signal, name):
            setattr(_signal, name, _no_signals)

    # Modules of the standard library register some, which a script has no need of.
    def _no_exit_functions(function, *_, **__):
        if not sys._getframe(1).f_code.co_filename.startswith(sys.prefix):
            raise RuntimeError("a script is over at its end: use try and finally, not atexit")
        return function

    atexit.register = _no_exit_functions
    sys.path.append("/script")

    _held = _Thing._handle.__get__

    # By exact types only: a class of the script's own may have a `_handle` of its own.
    def _handle(value):
        kind = type(value)
        if kind in _kinds.values():
            return _held(value)
        if kind is TypeError or kind in _errors.values():
            return value.__dict__.get("_handle")
        return None

    # What help is asked about: a word, a class of ours, or anything else as it is.
    def _topic(what):
        word = getattr(what, "__func__", what)
        for name, kind in [*_kinds.items(), *_errors.items()]:
            if what is kind:
                return name
            for each in vars(kind).values():
                if word is each or isinstance(each, property) and word is each.fget:
                    return f"{name}.{each.__name__}"
        if callable(what):
            raise TypeError("help tells of words, objects and kinds of Ebb: see help()")
        return what

    def _taken(values, most):
        out = []
        for value in values:
            if len(out) == most:
                raise ValueError(f"more than {most} values")
            out.append(value)
        return out

    # What is no plain data, as plain data; what is inside it is asked for in turn.
    def _plain(value, most):
        if isinstance(value, (dict, list, tuple)):
            return value
        if isinstance(value, BaseException):
            return f"{type(value).__name__}: {value}"
        if hasattr(type(value), "__iter__") and not isinstance(value, (bytes, bytearray, type)):
            return _taken(value, most)
        return _iso(value) or str(value)

    # A moment in the form that JavaScript gives it.
    def _iso(value):
        datetime = _modules.get("datetime")
        if datetime is None or not isinstance(value, datetime.datetime) or not value.tzinfo:
            return ""
        utc = value.astimezone(datetime.timezone.utc)
        return utc.isoformat(timespec="milliseconds").replace("+00:00", "Z")

    def _text(value, most):
        text = value if type(value) is str else str(value)
        if len(text) > most:
            raise ValueError(f"a text of {len(text)} characters, more than {most}")
        return text

    def _truth(value):
        if hasattr(type(value), "__await__"):
            raise TypeError("the function must answer true or false, not a promise of it")
        if callable(value):
            raise TypeError("the function must answer true or false, not a function")
        return bool(value)

    def _finished(value):
        if hasattr(type(value), "__await__"):
            raise TypeError("the function of a step must be done when it returns: no promise")
        return value

    def _moment(micros):
        datetime = _import("datetime")
        epoch = datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)
        return epoch + datetime.timedelta(microseconds=micros)

    # What a dialogue tells of values: none of this runs code of the user's, but for `written`.
    _main = _modules["__main__"]
    _function = type(_text)

    def _brief(value):
        kind = type(value)
        if kind in (list, dict, tuple, _set):
            return f"a {kind.__name__} of {len(value)}"
        if kind in (str, int, _float, bool) or value is None:
            return "a value" if kind is int and value.bit_length() > 1000 else repr(value)[:200]
        if kind is _function:
            return "function " + value.__name__
        if kind is type or kind is type(sys):
            return ("class " if kind is type else "module ") + value.__name__
        return "an object of " + type.__getattribute__(kind, "__name__")

    # The value as text, unless it is a list or a dict to be shown as such.
    def _written(value, most):
        if type(value) in (list, dict, tuple):
            return None
        if type(value) is str and len(value) > most:
            return f"{value[:most]!r}… ({len(value)} characters)"
        try:
            text = repr(value)
        except Exception:
            return _brief(value)
        return text if len(text) <= most else text[:most] + "…"

    _known = ["_ebb"]

    def _variables():
        out = [("_", builtins._, _brief(builtins._), None)] if hasattr(builtins, "_") else []
        for name, value in list(_main.__dict__.items()):
            if not name.startswith("__") and name not in _known:
                members = [key for key in list(value) if type(key) is str] if type(value) is dict else None
                out.append((name, value, _brief(value), members))
        return out

    class _Functions:
        make = staticmethod(lambda kind, handle: _kinds[kind](handle))
        failure = staticmethod(lambda *parts: _Failure(*parts))
        handle = staticmethod(_handle)
        plain = staticmethod(_plain)
        truth = staticmethod(_truth)
        text = staticmethod(_text)
        list = staticmethod(lambda values: list(values))
        nothing = staticmethod(lambda: None)
        record = staticmethod(lambda keys, values: dict(zip(keys, values)))

        brief = staticmethod(_brief)
        written = staticmethod(_written)
        variables = staticmethod(_variables)
        silent = staticmethod(lambda value: value is None or value is _main)
        keep = staticmethod(lambda value: setattr(builtins, "_", value))

        # From now on modules are looked for in this folder too, and files are looked at anew.
        @staticmethod
        def beside(folder):
            if folder not in sys.path:
                sys.path.insert(0, folder)
            for finder in sys.path_importer_cache.values():
                if hasattr(finder, "invalidate_caches"):
                    finder.invalidate_caches()

        @staticmethod
        def params():
            builtins.params = _Params(_kinds["roots"](_roots).params)

        failed = staticmethod(_failed)
        failedStep = staticmethod(lambda error: error.__dict__.get("_ebb_step", ""))
        moment = staticmethod(_moment)
        finished = staticmethod(_finished)
        ended = staticmethod(lambda module: lambda: True)

        line_asked = staticmethod(lambda: _line_asked)

        @staticmethod
        def place(error, name, folder):
            def known(file):
                return file == name or isinstance(file, str) and file.startswith(folder)

            if isinstance(error, SyntaxError) and known(error.filename):
                return (error.filename, error.lineno or 0, error.offset or 0, "")
            file, line, column = "", 0, 0
            trace = error.__traceback__
            while trace is not None:
                code = trace.tb_frame.f_code
                if known(code.co_filename):
                    file, line, column = (
                        code.co_filename,
                        trace.tb_lineno,
                        _column(code, trace.tb_lasti),
                    )
                trace = trace.tb_next
            return (file, line, column, _about(error))

        @staticmethod
        def start():
            root = _kinds["roots"](_roots)
%ROOTS%
            for name, error in _errors.items():
                setattr(builtins, name, error)

    return _Functions


_ebb
