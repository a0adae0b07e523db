"""Quantities of the cost worksheet: each unit a type of its own, so that what cannot be added is not added.

Every quantity is a range, from `low` to `high`; a single figure is a range whose ends are the same. The type checker
refuses a sum of two units or a product without a meaning, and so does the running program (TypeError). Going from days
to months, or from months to years, takes a quantity that says how many: no convention hides in a conversion.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, Self, TypeVar

NEVER = Decimal("Infinity")
"""The end of a range that is not reached, such as a break-even that no volume brings."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A range in one unit; the base of all.

    Attributes:
        low: Lower end.
        high: Upper end; at least `low`.
        currency: Code of the currency (ISO 4217); "" for what is no money.
    """

    unit: ClassVar[str] = ""
    """What follows the figure in print, after the currency: "per month"."""
    is_money: ClassVar[bool] = False

    low: Decimal
    high: Decimal
    currency: str = ""

    def __post_init__(self) -> None:
        """Refuse what is no range, and money without a currency."""
        if not 0 <= self.low <= self.high:
            raise ValueError(f"not a range: {self.low} to {self.high}")
        if bool(self.currency) is not self.is_money:
            raise ValueError(f"{type(self).__name__}: money has a currency, and nothing else has one")

    @property
    def middle(self) -> Decimal:
        """Half-way between the ends."""
        return (self.low + self.high) / 2

    def at(self, figure: Decimal) -> Self:
        """Return the single figure in this unit."""
        return type(self)(figure, figure, self.currency)

    def __add__(self, other: Self) -> Self:
        """Return the sum.

        Raises:
            TypeError: The units or the currencies differ.
        """
        _demand(self, other, type(self), "added to")
        return type(self)(self.low + other.low, self.high + other.high, self.currency)


class _Money(Quantity):
    """What has a currency."""

    __slots__ = ()
    is_money: ClassVar[bool] = True


class Money(_Money):
    """An amount."""

    __slots__ = ()


class MonthsPerYear(Quantity):
    """How many months are counted as a year."""

    __slots__ = ()
    unit: ClassVar[str] = "months per year"


class DaysPerMonth(Quantity):
    """How many days are counted as a month."""

    __slots__ = ()
    unit: ClassVar[str] = "days per month"


class HoursPerMonth(Quantity):
    """How many hours are counted as a month."""

    __slots__ = ()
    unit: ClassVar[str] = "hours per month"


class Ratio(Quantity):
    """How many times one thing is the other."""

    __slots__ = ()
    unit: ClassVar[str] = "times"


class Percent(Quantity):
    """Hundredths of a whole."""

    __slots__ = ()
    unit: ClassVar[str] = "%"


class Milliseconds(Quantity):
    """A time to answer."""

    __slots__ = ()
    unit: ClassVar[str] = "milliseconds"


class Replicas(Quantity):
    """Machines that each serve the whole model."""

    __slots__ = ()
    unit: ClassVar[str] = "replicas"


class Runs(Quantity):
    """Times that a model is fine-tuned."""

    __slots__ = ()
    unit: ClassVar[str] = "runs"


class RunsPerYear(Quantity):
    """Times a year that a model is fine-tuned."""

    __slots__ = ()
    unit: ClassVar[str] = "runs per year"


class Engineers(Quantity):
    """People who look after the model, as full-time equivalents."""

    __slots__ = ()
    unit: ClassVar[str] = "full-time engineers"


class TokensPerRequest(Quantity):
    """Tokens of one request, in one direction."""

    __slots__ = ()
    unit: ClassVar[str] = "tokens per request"


class RequestsPerDay(Quantity):
    """Load; also what load makes two costs the same."""

    __slots__ = ()
    unit: ClassVar[str] = "requests per day"


class RequestsPerDayPerReplica(Quantity):
    """What one replica serves."""

    __slots__ = ()
    unit: ClassVar[str] = "requests per day per replica"

    def __mul__(self, other: Replicas) -> RequestsPerDay:
        """Return what several replicas serve."""
        return _product(self, other, Replicas, RequestsPerDay)


class MoneyPerYear(_Money):
    """A cost by the year."""

    __slots__ = ()
    unit: ClassVar[str] = "per year"

    def __truediv__(self, other: MonthsPerYear) -> "MoneyPerMonth":
        """Return the same cost by the month."""
        return _quotient(self, other, MonthsPerYear, MoneyPerMonth)


class MoneyPerMonth(_Money):
    """A cost by the month."""

    __slots__ = ()
    unit: ClassVar[str] = "per month"

    def __mul__(self, other: MonthsPerYear) -> MoneyPerYear:
        """Return the same cost by the year."""
        return _product(self, other, MonthsPerYear, MoneyPerYear)

    def __truediv__(self, other: DaysPerMonth) -> "MoneyPerDay":
        """Return the same cost by the day."""
        return _quotient(self, other, DaysPerMonth, MoneyPerDay)

    def times(self, other: "MoneyPerMonth") -> Ratio:
        """Return how many times `other` this is."""
        return _quotient(self, other, MoneyPerMonth, Ratio)


class MoneyPerRequest(_Money):
    """A price of one request."""

    __slots__ = ()
    unit: ClassVar[str] = "per request"

    def __mul__(self, other: RequestsPerDay) -> "MoneyPerDay":
        """Return what a load costs."""
        return _product(self, other, RequestsPerDay, MoneyPerDay)

    def less(self, share: Percent, discount: Percent) -> "MoneyPerRequest":
        """Return the mean price where `share` of the requests gets `discount`: the more of both, the lower it is."""
        _demand(share, discount, Percent, "taken with")
        dearest, cheapest = (1 - share.low * discount.low / 10_000, 1 - share.high * discount.high / 10_000)
        return MoneyPerRequest(self.low * cheapest, self.high * dearest, self.currency)


class MoneyPerDay(_Money):
    """A cost by the day."""

    __slots__ = ()
    unit: ClassVar[str] = "per day"

    def __mul__(self, other: DaysPerMonth) -> MoneyPerMonth:
        """Return the same cost by the month."""
        return _product(self, other, DaysPerMonth, MoneyPerMonth)

    def __truediv__(self, other: MoneyPerRequest) -> RequestsPerDay:
        """Return the load that costs as much."""
        return _quotient(self, other, MoneyPerRequest, RequestsPerDay)


class MoneyPerMillionTokens(_Money):
    """A price by tokens."""

    __slots__ = ()
    unit: ClassVar[str] = "per million tokens"

    def __mul__(self, other: TokensPerRequest) -> MoneyPerRequest:
        """Return what the tokens of a request cost."""
        return _product(self, other, TokensPerRequest, MoneyPerRequest, scale=Decimal(1_000_000))


class MoneyPerHour(_Money):
    """A cost by the hour."""

    __slots__ = ()
    unit: ClassVar[str] = "per hour"

    def __mul__(self, other: HoursPerMonth) -> MoneyPerMonth:
        """Return the same cost by the month."""
        return _product(self, other, HoursPerMonth, MoneyPerMonth)


class MoneyPerReplicaHour(_Money):
    """A price by the hour of one replica."""

    __slots__ = ()
    unit: ClassVar[str] = "per hour per replica"

    def __mul__(self, other: Replicas) -> MoneyPerHour:
        """Return what several replicas cost."""
        return _product(self, other, Replicas, MoneyPerHour)


class MoneyPerEngineerYear(_Money):
    """A cost by the year of one full-time equivalent."""

    __slots__ = ()
    unit: ClassVar[str] = "per year per engineer"

    def __mul__(self, other: Engineers) -> MoneyPerYear:
        """Return what several people cost."""
        return _product(self, other, Engineers, MoneyPerYear)


class MoneyPerRun(_Money):
    """A price of one run of fine-tuning."""

    __slots__ = ()
    unit: ClassVar[str] = "per run"

    def __mul__(self, other: RunsPerYear) -> MoneyPerYear:
        """Return what the runs of a year cost."""
        return _product(self, other, RunsPerYear, MoneyPerYear)

    def for_runs(self, runs: Runs) -> Money:
        """Return what a number of runs cost."""
        return _product(self, runs, Runs, Money)


QuantityT = TypeVar("QuantityT", bound=Quantity)


def _product(
    left: Quantity, right: object, wanted: type[Quantity], result: type[QuantityT], scale: Decimal = Decimal(1)
) -> QuantityT:
    """Return the product of two ranges, through `scale`, as a `result`."""
    other = _demand(left, right, wanted, "multiplied by")
    currency = left.currency if result.is_money else ""
    return result(left.low * other.low / scale, left.high * other.high / scale, currency)


def _quotient(left: Quantity, right: object, wanted: type[Quantity], result: type[QuantityT]) -> QuantityT:
    """Return the quotient of two ranges as a `result`: least where least is shared among most."""
    other = _demand(left, right, wanted, "divided by")
    currency = left.currency if result.is_money else ""
    return result(_shared(left.low, other.high), _shared(left.high, other.low), currency)


def _shared(amount: Decimal, among: Decimal) -> Decimal:
    """Return a quotient; what is divided by nothing is never reached."""
    return amount / among if among else NEVER


def _demand(left: Quantity, right: object, wanted: type[Quantity], verb: str) -> Quantity:
    """Return `right` where it is a `wanted`, in the same currency if both are money.

    Raises:
        TypeError: It is not.
    """
    if type(right) is not wanted:
        other = f"{right.currency} {right.unit}".strip() if isinstance(right, Quantity) else type(right).__name__
        raise TypeError(f"{left.currency} {left.unit}".strip() + f" cannot be {verb} {other or 'an amount'}")
    if right.currency and left.currency and right.currency != left.currency:
        raise TypeError(f"{left.currency} cannot be {verb} {right.currency}")
    return right
