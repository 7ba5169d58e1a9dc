%MARK%
# What scripts of Ebb can say, for editors and for pyright. There is no such module when a script
# runs: everything in it comes without an import.
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta
from typing import Any, Literal, TypedDict, TypeVar, overload

T = TypeVar("T")

type Span = str | float | timedelta
type Targets = str | Node | Nodes | Iterable[Targets]

%KINDS%
class Params:
    """The parameters that the heads of the scripts declare."""

%PARAMS%    def __getattr__(self, name: str) -> Any: ...
    def __getitem__(self, name: str) -> Any: ...

%ERRORS%
