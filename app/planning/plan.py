"""From a review to what follows from it."""

from datetime import date

from app.model.plan import Plan
from app.model.review import Review
from app.planning.asks import make_approvals, make_asks, make_cards, make_fixed, make_rounds, make_trades
from app.planning.chain import make_chain
from app.planning.duties import make_duties
from app.planning.guidance import make_tables, make_tasks, make_topics, make_watches
from app.planning.layers import make_layers, outlook_of
from app.planning.risks import make_risks
from app.planning.scene import scene_of
from app.planning.steps import make_steps
from app.planning.users import count_users
from app.planning.versions import check_version, make_version_tables


def make_plan(review: Review, *, when: date) -> Plan:
    """Return what follows from `review`; times count from the day `when`."""
    scene = scene_of(review)
    asks = make_asks(scene)
    tasks = make_tasks(scene, asks, when)
    duties = make_duties(scene, when)
    layers = make_layers(scene)
    rounds = make_rounds(asks)
    topics = make_topics(scene)
    version = check_version(review)
    return Plan(
        when=when,
        outlook=outlook_of(review),
        layers=layers,
        steps=make_steps(scene, layers, rounds, topics, version),
        asks=asks,
        rounds=rounds,
        fixed=make_fixed(asks, tasks),
        trades=make_trades(scene, asks),
        cards=make_cards(scene, asks),
        approvals=make_approvals(asks),
        tasks=tasks,
        risks=make_risks(scene, asks, tasks, when),
        duties=duties,
        watches=make_watches(scene, tasks, duties, when),
        chain=make_chain(scene),
        users=count_users(scene),
        tables=(*make_tables(scene), *make_version_tables(version)),
        topics=topics,
        version=version,
    )
