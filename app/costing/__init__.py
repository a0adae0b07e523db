"""What running a model costs: self-hosting against a managed API, in ranges with units."""
