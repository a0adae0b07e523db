"""The form of the deployment profile."""
