%MARK%
# What every script of Ebb has without an import, for editors and for pyright.
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Any, Literal, overload

from ehpc import Params, Span, T, Targets
from ehpc import %KINDS%
%ERRORS%

%ROOTS%
