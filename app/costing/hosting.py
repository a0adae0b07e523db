"""What it costs to run a model on machines of one's own."""

from decimal import ROUND_CEILING, Decimal

from app.costing.inputs import MONTHS
from app.model.cost import Line
from app.model.cost_inputs import MONTHS_PER_YEAR, CostInputs
from app.model.cost_units import MoneyPerMonth, Replicas, RequestsPerDay

TOTAL = "hosting.total"
FIXED = "hosting.fixed"
REPLICA = "hosting.replica"


def hosting_lines(inputs: CostInputs) -> tuple[Line, ...]:
    """Return self-hosting by the month: the machines, what does not grow with them, and its parts."""
    staff, tuning, tooling = inputs.staff, inputs.fine_tuning, inputs.tooling
    return (
        Line(
            "hosting.machines",
            "All machines",
            replica_per_month(inputs, inputs.machines.replicas),
            "{machines.replicas} × {machines.price_per_hour_per_replica} × {month.hours}",
        ),
        Line(
            "hosting.staff",
            "All engineers",
            staff.cost_per_year_per_engineer * staff.engineers / MONTHS_PER_YEAR,
            f"{{staff.engineers}} × {{staff.cost_per_year_per_engineer}} ÷ {{{MONTHS}}}",
        ),
        Line(
            "hosting.tuning",
            "All fine-tuning",
            tuning.cost_per_run * tuning.runs_per_year / MONTHS_PER_YEAR,
            f"{{fine_tuning.runs_per_year}} × {{fine_tuning.cost_per_run}} ÷ {{{MONTHS}}}",
        ),
        Line(
            "hosting.observability",
            "Observability",
            tooling.observability_per_month,
            "{tooling.observability_per_month}",
        ),
        Line("hosting.safety", "Safety", tooling.safety_per_month, "{tooling.safety_per_month}"),
    )


def total_lines(inputs: CostInputs) -> tuple[Line, Line]:
    """Return the sum by the month and by the year."""
    total = hosting_per_month(inputs)
    parts = " + ".join(f"{{{line.key}}}" for line in hosting_lines(inputs))
    return (
        Line(TOTAL, "Self-hosting, a month", total, parts),
        Line("hosting.total_per_year", "Self-hosting, a year", total * MONTHS_PER_YEAR, f"{{{TOTAL}}} × {{{MONTHS}}}"),
    )


def growth_lines(inputs: CostInputs) -> tuple[Line, ...]:
    """Return what growing with the load rests on: the cost of one replica, and all that is no replica."""
    return (
        Line(
            REPLICA,
            "One replica",
            replica_per_month(inputs, _one()),
            "{machines.price_per_hour_per_replica} × {month.hours}",
        ),
        Line(
            FIXED,
            "All that is no replica",
            fixed_per_month(inputs),
            "{hosting.staff} + {hosting.tuning} + {hosting.observability} + {hosting.safety}",
        ),
    )


def hosting_per_month(inputs: CostInputs) -> MoneyPerMonth:
    """Return all of self-hosting by the month, the replicas as given."""
    return replica_per_month(inputs, inputs.machines.replicas) + fixed_per_month(inputs)


def growing_per_month(inputs: CostInputs, load: RequestsPerDay) -> MoneyPerMonth | None:
    """Return all of self-hosting by the month with replicas enough for `load`; None without a capacity."""
    machines = inputs.machines
    capacity = machines.requests_per_day_per_replica
    if capacity is None:
        return None
    least = max(machines.replicas.low, _needed(load.low, capacity.high))
    most = max(machines.replicas.high, _needed(load.high, capacity.low))
    return replica_per_month(inputs, Replicas(least, most)) + fixed_per_month(inputs)


def replica_per_month(inputs: CostInputs, replicas: Replicas) -> MoneyPerMonth:
    """Return what a number of replicas costs by the month."""
    return inputs.machines.price_per_hour_per_replica * replicas * inputs.month.hours


def fixed_per_month(inputs: CostInputs) -> MoneyPerMonth:
    """Return what does not grow with replicas."""
    staff = inputs.staff.cost_per_year_per_engineer * inputs.staff.engineers / MONTHS_PER_YEAR
    tuning = inputs.fine_tuning.cost_per_run * inputs.fine_tuning.runs_per_year / MONTHS_PER_YEAR
    return staff + tuning + inputs.tooling.observability_per_month + inputs.tooling.safety_per_month


def _one() -> Replicas:
    return Replicas(Decimal(1), Decimal(1))


def _needed(load: Decimal, capacity: Decimal) -> Decimal:
    """Return how many replicas of a capacity a load takes."""
    return (load / capacity).to_integral_value(ROUND_CEILING)
