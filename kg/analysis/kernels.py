"""Kernels: how much a statement weighs by the distance of its day from a centre."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, pi, sqrt
from typing import TYPE_CHECKING, Literal, TypeAlias

from kg.analysis.calendar_units import TimeUnit, units_between
from kg.errors import ParameterError

if TYPE_CHECKING:
    from datetime import date

    from kg.analysis.counting import Compat

Shape: TypeAlias = Literal["uniform", "epanechnikov", "triangular", "gaussian"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kernel:
    """Weight of a statement on day t: k(d) with d = 2 (centre - t) / bandwidth, in whole units.

    uniform: 1/2 for |d| <= 1. epanechnikov: 3/4 (1 - d^2) for |d| <= 1. triangular: 1 - |d| for |d| <= 1.
    gaussian: exp(-d^2 / 2) / sqrt(2 pi), without end. 0 for undated statements.

    Raises: ParameterError: the bandwidth is below 1.
    """

    shape: Shape
    centre: date
    bandwidth: int
    """From end to end, in units."""
    unit: TimeUnit = "day"

    def __post_init__(self) -> None:
        if self.bandwidth < 1:
            raise ParameterError(f"the bandwidth of a kernel is at least 1 {self.unit}, not {self.bandwidth}")

    def weight(self, day: date | None, compat: Compat | None = None) -> float:
        """The weight of a statement of that day.

        `compat="dna"`: an odd bandwidth is one wider, and the triangle is |1 - d|: up to 2 for later statements.

        >>> from datetime import date
        >>> kernel = Kernel(shape="epanechnikov", centre=date(2024, 1, 3), bandwidth=4)
        >>> [kernel.weight(date(2024, 1, day)) for day in (1, 2, 3, 4, 5, 6)]
        [0.0, 0.5625, 0.75, 0.5625, 0.0, 0.0]
        """
        if day is None:
            return 0.0
        width = self.bandwidth + self.bandwidth % 2 if compat else self.bandwidth
        distance = 2 * units_between(day, self.centre, self.unit) / width
        if self.shape == "gaussian":
            return exp(-(distance**2) / 2) / sqrt(2 * pi)
        if abs(distance) > 1:
            return 0.0
        match self.shape:
            case "uniform":
                return 0.5
            case "epanechnikov":
                return 0.75 * (1 - distance**2)
            case "triangular":
                return abs(1 - distance) if compat else 1 - abs(distance)
