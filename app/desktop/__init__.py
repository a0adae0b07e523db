"""The window: a thin shell over the service, and the only place that knows Qt."""
