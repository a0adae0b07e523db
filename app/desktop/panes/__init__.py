"""The parts of the review page; none knows another."""
